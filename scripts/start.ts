/** The product on one machine: builds what changed, starts the embedded cloud, seeds three shops, and says where all is. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.ts';
import { elapsed, printFailure, step } from './lib/progress.ts';
import { placeOf, startProduct } from './lib/start-product.ts';
import { welcomeTable } from './lib/welcome.ts';

const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } });

try {
  const place = placeOf(process.env);
  console.log('Tessera');
  if (values.reset) await step('Forget all state', () => rm(place.stateDir, { recursive: true, force: true }));
  await buildAll();
  const { platform } = await startProduct(place);
  platform.warm();
  const state = path.relative(process.cwd(), place.stateDir) || '.';
  console.log(`\n${welcomeTable(platform.urlOf)}\n`);
  console.log(`Ready in ${elapsed()}. Ctrl-C stops everything; what was bought stays in ${state}/.`);
} catch (error) {
  printFailure(error);
  process.exit(1);
}
