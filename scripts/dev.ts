/**
 * Daily work: the product, and what changes in it rebuilt as it is saved. A changed front-end is published to the shops
 * and is there with the next page view; changed functions are loaded afresh.
 *
 * `npm run dev -- catalog` serves that remote and the shell from their source beside it, at the next port: what is saved
 * is in the page at once. Where the product runs already, it is the one that is worked on.
 */
import { watch } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Cloud } from '../backend/local/cloud.ts';
import { buildAll } from './build.ts';
import { isListening, remoteFolderOf, serveLive } from './lib/live.ts';
import { printFailure, step } from './lib/progress.ts';
import { root } from './lib/root.ts';
import { placeOf } from './lib/place.ts';
import { startProduct } from './lib/start-product.ts';
import { welcomeTable } from './lib/welcome.ts';

const pauseMs = 200;
const watched = [
  'backend',
  'packages',
  'shell',
  'mfe-catalog',
  'mfe-checkout',
  'mfe-library',
  'mfe-admin',
  'mfe-ai-support',
];
const source = /\.(?:ts|tsx|css|json)$/;
const made = /(?:^|[\\/])(?:dist[^\\/]*|node_modules|\.cache)[\\/]/;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { variant: { type: 'string' } } });

try {
  const place = placeOf(process.env);
  const remote = positionals[0] === undefined ? undefined : remoteFolderOf(positionals[0]);
  if (remote === undefined || !(await isListening(place.port))) {
    const cloud = await startProduct(place);
    console.log(`\n${welcomeTable(cloud.platform.urlOf)}\n\nWatching. Save a file to rebuild what it is part of.`);
    // What is served from its source needs no build for each save.
    watchAll(cloud, remote === undefined ? watched : ['backend']);
  }
  if (remote !== undefined) await serveLive(remote, values.variant, place.port);
} catch (error) {
  printFailure(error);
  process.exit(1);
}

function watchAll(cloud: Cloud, folders: readonly string[]): void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const rebuild = () => {
    running = running
      .then(async () => {
        await buildAll();
        await cloud.publish();
        await step('Load functions afresh', () => Promise.resolve(cloud.platform.reload()));
      })
      .catch(printFailure);
  };
  for (const folder of folders)
    watch(path.join(root, folder), { recursive: true }, (_, file) => {
      if (!file || made.test(file) || !source.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(rebuild, pauseMs);
    });
}
