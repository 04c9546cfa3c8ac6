/**
 * Daily work: the product, and what changes in it rebuilt as it is saved. A changed front-end is published to the shops
 * and is there with the next page view; changed functions are loaded afresh.
 */
import { watch } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
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

try {
  const cloud = await startProduct(placeOf(process.env));
  console.log(`\n${welcomeTable(cloud.platform.urlOf)}\n\nWatching. Save a file to rebuild what it is part of.`);

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
  for (const folder of watched)
    watch(path.join(root, folder), { recursive: true }, (_, file) => {
      if (!file || made.test(file) || !source.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(rebuild, pauseMs);
    });
} catch (error) {
  printFailure(error);
  process.exit(1);
}
