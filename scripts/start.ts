/** The product on one machine: builds what changed, starts the embedded cloud, seeds three shops, and says where all is. */
import path from 'node:path';
import { readOptions } from './lib/options.ts';
import { placeOf } from './lib/place.ts';
import { elapsed, printFailure } from './lib/progress.ts';
import { startProduct } from './lib/start-product.ts';
import { welcomeTable } from './lib/welcome.ts';

const usage = `npm start [-- --reset]

Builds what changed, starts the shops and all they stand on, and says where everything is. Ctrl-C stops it.

  --reset   forgets all state: orders, carts, users, files
  --help    says this

  PORT            the one public port, 8080 where it is not set
  TESSERA_STATE   the folder of all state, .tessera where it is not set`;

try {
  const options = readOptions(usage, ['reset']);
  if (options) {
    const place = placeOf(process.env);
    console.log('Tessera');
    const { platform } = await startProduct(place, options);
    platform.warm();
    const state = path.relative(process.cwd(), place.stateDir) || '.';
    console.log(`\n${welcomeTable(platform.urlOf)}\n`);
    console.log(`Ready in ${elapsed()}. Ctrl-C stops everything; what was bought stays in ${state}/.`);
  }
} catch (error) {
  printFailure(error);
  process.exit(1);
}
