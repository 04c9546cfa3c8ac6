import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExitCode } from '../exit-codes.ts';
import { nodePorts } from '../io/node-ports.ts';
import type { Ports } from '../io/ports.ts';
import { run } from '../run.ts';

export interface Ran {
  exit: ExitCode;
  out: string;
  err: string;
}

/** A terminal in a folder and a home of its own. */
export interface TestTerminal extends AsyncDisposable {
  folder: string;
  stop: AbortController;
  run(line: string, more?: Partial<Pick<Ports, 'env' | 'openBrowser' | 'now'>> & { tty?: boolean }): Promise<Ran>;
}

export async function openTerminal(): Promise<TestTerminal> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tessera-cli-'));
  const stop = new AbortController();
  return {
    folder,
    stop,
    async run(line, { env = {}, tty = false, ...more } = {}) {
      let out = '';
      let err = '';
      const real = nodePorts(stop.signal);
      const exit = await run(line.split(' ').filter(Boolean), {
        ...real,
        cwd: folder,
        env: { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'config'), ...env },
        terminal: {
          out: (text) => (out += text),
          err: (text) => (err += text),
          ...{ outIsTty: tty, errIsTty: tty },
        },
        openBrowser: () => Promise.resolve(false),
        ...more,
      });
      return { exit, out, err };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
