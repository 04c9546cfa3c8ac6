import { Worker } from 'node:worker_threads';
import { lineReader } from './line-reader.ts';
import {
  streamWindowBytes,
  type EnvironmentSettings,
  type FromWorker,
  type FunctionError,
  type HttpHead,
  type InvokeMessage,
} from './protocol.ts';

/** How an invocation ended, apart from a streamed answer, which is handed to the sink as it comes. */
export type Outcome =
  | { kind: 'json'; payload: string }
  | { kind: 'http'; head: HttpHead; body: Uint8Array }
  | { kind: 'streamed' }
  | { kind: 'error'; error: FunctionError }
  | { kind: 'timeout'; afterMs: number };

export interface StreamSink {
  head(head: HttpHead): void;
  /** `taken` is called once the chunk has left, so that the function may write on. */
  chunk(data: Uint8Array, taken: () => void): void;
}

export interface LambdaEnvironment {
  invoke(message: InvokeMessage, timeoutMs: number, sink?: StreamSink): Promise<Outcome>;
  /** Tells the running function that nobody reads its stream any more. */
  abort(): void;
  readonly alive: boolean;
  close(): Promise<void>;
}

export interface EnvironmentOptions {
  settings: EnvironmentSettings;
  env: Readonly<Record<string, string>>;
  onLog(line: string): void;
  onReady(initMs: number): void;
}

const initTimeoutMs = 10_000;
const bootstrap = new URL('./bootstrap.ts', import.meta.url);

/** One execution environment: a thread that loads the bundle once and answers one event at a time. */
export function createLambdaEnvironment({ settings, env, onLog, onReady }: EnvironmentOptions): LambdaEnvironment {
  const worker = new Worker(bootstrap, {
    name: settings.functionName,
    workerData: settings,
    env: { ...env },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
  });
  lineReader(worker.stdout, onLog);
  lineReader(worker.stderr, onLog);
  let alive = true;
  let failure: FunctionError | undefined;
  let settle: ((outcome: Outcome) => void) | undefined;
  let sink: StreamSink | undefined;
  const ready = Promise.withResolvers<FunctionError | undefined>();
  const initTimer = setTimeout(
    () => die({ errorType: 'Sandbox.Timedout', errorMessage: 'Init timed out' }),
    initTimeoutMs,
  );

  // Small answers end within the window: telling the function costs more than it saves.
  let owed = 0;
  function credit(bytes: number): void {
    owed += bytes;
    if (owed < streamWindowBytes / 4) return;
    worker.postMessage({ type: 'credit', bytes: owed });
    owed = 0;
  }
  /** A reader that fails must not take the platform with it; the function goes on writing for nobody, so it goes too. */
  function pass({ head, data, end }: FromWorker & { type: 'stream' }): void {
    try {
      if (head) sink?.head(head);
      if (data) sink?.chunk(data, () => credit(data.byteLength));
      if (end) finish({ kind: 'streamed' });
    } catch (error) {
      die({ errorType: 'Sandbox.ReaderFailed', errorMessage: String(error) });
    }
  }
  function finish(outcome: Outcome): void {
    const done = settle;
    settle = undefined;
    sink = undefined;
    done?.(outcome);
  }
  function die(error: Omit<FunctionError, 'trace'> & { trace?: string[] }): void {
    alive = false;
    failure ??= { trace: [], ...error };
    clearTimeout(initTimer);
    ready.resolve(failure);
    finish({ kind: 'error', error: failure });
    void worker.terminate();
  }
  worker.on('message', (message: FromWorker) => {
    message.lines?.forEach(onLog);
    if (message.type === 'ready') {
      clearTimeout(initTimer);
      onReady(message.initMs);
      ready.resolve(undefined);
    } else if (message.type === 'init-failed') die(message.error);
    else if (message.type === 'result') finish({ kind: 'json', payload: message.payload });
    else if (message.type === 'http') finish({ kind: 'http', head: message.head, body: message.body });
    else if (message.type === 'failed') finish({ kind: 'error', error: message.error });
    else if (message.type === 'stream') pass(message);
  });
  worker.on('error', (error: Error) =>
    die({ errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }),
  );
  worker.on('exit', () =>
    die({ errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited without providing a reason' }),
  );

  return {
    get alive() {
      return alive;
    },
    abort: () => worker.postMessage({ type: 'abort' }),
    async invoke(message, timeoutMs, streamSink) {
      const broken = await ready.promise;
      if (broken) return { kind: 'error', error: broken };
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      settle = resolve;
      sink = streamSink;
      owed = 0;
      const timer = setTimeout(() => {
        finish({ kind: 'timeout', afterMs: timeoutMs });
        die({ errorType: 'Sandbox.Timedout', errorMessage: `Task timed out after ${timeoutMs / 1000} seconds` });
      }, timeoutMs);
      worker.postMessage({ ...message, deadlineMs: Date.now() + timeoutMs });
      const outcome = await promise;
      clearTimeout(timer);
      return outcome;
    },
    async close() {
      alive = false;
      clearTimeout(initTimer);
      await worker.terminate();
    },
  };
}
