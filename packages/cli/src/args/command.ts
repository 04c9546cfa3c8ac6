import type { TrafficTarget } from '@tessera/contracts/api/traffic.ts';
import type { ByteBudget } from '../gate/budget.ts';

/** What every command knows of who asks, and how it answers. */
export interface Common {
  shop?: string;
  token?: string;
  json: boolean;
}

interface Building {
  folder: string;
  out: string;
  skipBuild: boolean;
}

interface Checking {
  budget?: ByteBudget;
  skipBrowser: boolean;
}

interface Moving {
  reason?: string;
}

export interface ReleaseName {
  remote: string;
  version: string;
}

/** A command line that was understood: every value read and in its range. */
export type Command = Common &
  (
    | { name: 'login'; open: boolean }
    | { name: 'logout' }
    | {
        name: 'create';
        remote: string;
        replace?: string;
        from?: string;
        route?: string;
        ownRepository: boolean;
        install: boolean;
      }
    | ({ name: 'build' } & Omit<Building, 'skipBuild'>)
    | { name: 'dev'; folder: string; port?: number; override: boolean; minutes: number; open: boolean }
    | ({ name: 'check'; remounts: number; paths: readonly string[] } & Building & Checking)
    | ({ name: 'publish'; skipCheck: boolean } & Building & Checking)
    | { name: 'releases'; remote?: string; limit: number }
    | ({ name: 'promote'; release: ReleaseName; to: TrafficTarget } & Moving)
    | ({ name: 'rollback'; remote: string; quarantine: boolean } & Moving)
    | ({ name: 'pause'; remote: string; resume: boolean } & Moving)
    | { name: 'channels' }
    | { name: 'diff'; a: ReleaseName; b: ReleaseName }
    | { name: 'logs'; remote?: string; follow: boolean; limit: number }
    | { name: 'tokens'; action: 'create'; remotes: readonly string[]; days: number; label: string }
    | { name: 'tokens'; action: 'list' }
    | { name: 'tokens'; action: 'revoke'; id: string }
    | { name: 'completion'; shell: 'bash' | 'zsh' | 'fish' }
  );

export type CommandOf<Name extends Command['name']> = Extract<Command, { name: Name }>;

/** What a command line comes to. */
export type Parsed =
  | { kind: 'command'; command: Command }
  | { kind: 'help'; topic?: Command['name'] }
  | { kind: 'version' }
  | { kind: 'usage'; message: string; topic?: Command['name']; suggestion?: string; json: boolean };
