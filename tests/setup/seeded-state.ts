import { constants, existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../../backend/local/engines/process.ts';
import { hashOf } from '../../scripts/lib/build-cache.ts';
import { root } from '../../scripts/lib/root.ts';
import { npmCommand } from './npm-command.ts';

const folder = path.join(root, '.cache', 'state');
/** What decides what is seeded. What is published since comes on top with the start. */
const inputs = ['backend', 'packages/contracts', 'packages/commerce', 'package-lock.json'];

/** Fills a folder with the state of three seeded shops, which `npm start` has made once for this source. */
export async function copySeededState(to: string): Promise<void> {
  const kept = path.join(folder, (await hashOf(inputs)).slice(0, 16));
  if (!existsSync(kept)) await make(kept);
  await cp(kept, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

async function make(kept: string): Promise<void> {
  const making = path.join(folder, `making-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const command = npmCommand(['start'], { PORT: String(await freePort()), TESSERA_STATE: making });
  try {
    await command.until(/Ready in/);
    process.kill(command.pid, 'SIGTERM');
    await command.ended;
    for (const old of await readdir(folder))
      if (!old.startsWith('making-')) await rm(path.join(folder, old), { recursive: true });
    await rename(making, kept);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
