import { fork, type ChildProcess } from 'node:child_process';
import type { Answer, FunctionConfig, Invocation } from './protocol.ts';

/** `killed`: it died, having called that much; at the last of it. */
export type Outcome = Answer | { killed: string[] };

/** Some processes of one program; who is killed is replaced, and no one waits for that as long as others are free. */
export class FunctionPool {
  readonly #file: string;
  readonly #config: FunctionConfig;
  readonly #idle: ChildProcess[] = [];
  readonly #waiting: ((child: ChildProcess) => void)[] = [];
  readonly #all = new Set<ChildProcess>();
  #stopped = false;

  constructor(file: string, config: FunctionConfig, size: number) {
    this.#file = file;
    this.#config = config;
    for (let index = 0; index < size; index += 1) this.#spawn();
  }

  async invoke(invocation: Invocation): Promise<Outcome> {
    const child = await this.#take();
    return new Promise((resolve) => {
      const answered = (answer: Answer): void => {
        child.off('close', died);
        child.stdout?.off('data', listen);
        this.#release(child);
        resolve(answer);
      };
      let said = '';
      const listen = (text: string): void => {
        said += text;
      };
      const died = (): void => {
        child.off('message', answered);
        // By our own hand it says what it called; nobody else kills it.
        resolve({ killed: JSON.parse(said) as string[] });
      };
      child.stdout?.on('data', listen);
      child.once('message', answered);
      // Not `exit`: only now all it wrote has been read.
      child.once('close', died);
      child.send(invocation);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(
      [...this.#all].map(
        (child) =>
          new Promise<void>((resolve) => {
            child.once('exit', () => resolve());
            child.kill('SIGKILL');
          }),
      ),
    );
  }

  #take(): Promise<ChildProcess> {
    const child = this.#idle.shift();
    return child ? Promise.resolve(child) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(child: ChildProcess): void {
    const next = this.#waiting.shift();
    if (next) next(child);
    else this.#idle.push(child);
  }

  #spawn(): void {
    const child = fork(this.#file, [JSON.stringify(this.#config)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    child.stdout?.setEncoding('utf8');
    this.#all.add(child);
    let ready = false;
    child.once('message', () => {
      ready = true;
      this.#release(child);
    });
    child.once('exit', () => {
      this.#all.delete(child);
      if (this.#stopped) return;
      if (!ready) throw new Error('a function ended before it was ready; what it said stands above');
      this.#spawn();
    });
  }
}
