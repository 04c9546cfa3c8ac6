import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { startLive } from '@tessera/federation/live/live-server.ts';
import { frontends } from '../build.ts';
import { step, StepError } from './progress.ts';
import { root } from './root.ts';

/** The folder of a remote by its name, with or without `mfe-`. */
export function remoteFolderOf(name: string): string {
  const folder = name.startsWith('mfe-') ? name : `mfe-${name}`;
  if (existsSync(path.join(root, folder, 'manifest.ts'))) return folder;
  const known = [...new Set(frontends.map(({ dir }) => dir))].filter((dir) => dir.startsWith('mfe-'));
  throw new StepError(
    `There is no remote “${name}”.`,
    `Name one of ${known.map((dir) => dir.replace('mfe-', '')).join(', ')}.`,
  );
}

/** Serves a remote from its source in the shops that run at `shopPort`, at the port after it. */
export async function serveLive(remote: string, variant: string | undefined, shopPort: number): Promise<void> {
  const port = livePortOf(shopPort);
  if (await isListening(port)) throw new StepError(`Port ${port} is taken.`, 'Set LIVE_PORT to another one.');
  await step(`Serve ${remote} from its source`, () =>
    startLive({ root, remote, shopPort, port, ...(variant === undefined ? {} : { variant }) }),
  );
  console.log(`\n  The shops with ${remote} from its source; what is saved is there at once:\n`);
  for (const shop of ['aria', 'folio', 'lumen']) console.log(`  http://${shop}.localhost:${port}`);
  console.log('\n  Sign in at the shop’s own port; the session is the same.');
}

const livePortOf = (shopPort: number): number => Number(process.env['LIVE_PORT'] || shopPort + 1);

/** Whether somebody listens there. */
export const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const settle = (found: boolean) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
