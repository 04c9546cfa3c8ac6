import type { Command, CommandOf } from '../args/command.ts';
import { completionScript } from '../args/completion.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Ports } from '../io/ports.ts';
import type { Ui } from '../io/ui.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { create } from './create.ts';
import { dev } from './dev.ts';
import { diff } from './diff.ts';
import { login, logout } from './login.ts';
import { logs } from './logs.ts';
import { publish } from './publish.ts';
import { releases } from './releases.ts';
import { tokens } from './tokens.ts';
import { channels, pause, promote, rollback } from './traffic.ts';

export interface Context {
  ports: Ports;
  ui: Ui;
}

/** What a command comes to: `data` for `--json`, `text` for a person. */
export interface Outcome {
  data: object;
  text: string;
  exit?: ExitCode;
  /** All of it stands on stdout already. */
  streamed?: boolean;
}

export type Handler<Name extends Command['name']> = (command: CommandOf<Name>, context: Context) => Promise<Outcome>;

export const handlers: { [Name in Command['name']]: Handler<Name> } = {
  login,
  logout,
  create,
  build,
  check,
  dev,
  publish,
  releases,
  promote,
  rollback,
  pause,
  channels,
  diff,
  logs,
  tokens,
  completion: ({ shell }) => {
    const script = completionScript(shell);
    return Promise.resolve({ data: { shell, script }, text: script.trimEnd() });
  },
};
