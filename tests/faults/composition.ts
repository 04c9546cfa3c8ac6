/**
 * Injects each fault of the test kit into each remote of this release, and in turn into one remote of each other pair of
 * it and the one before, and prints the table. `--all` leaves none out; `--shop <origin>` takes a shop as it is;
 * `--remotes`, `--faults` and `--json` narrow and change what is printed.
 */
import { faultNames, type FaultName } from '@tessera/federation/testkit/faults.ts';
import { injectionArgs } from '@tessera/federation/testkit/interceptor.ts';
import { type MatrixOptions, runMatrix } from '@tessera/federation/testkit/run-matrix.ts';
import { tableOf } from '@tessera/federation/testkit/table.ts';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumArgs, requireChromium } from '../../scripts/lib/browser.ts';
import { printFailure } from '../../scripts/lib/progress.ts';
import { stopOnSignal } from '../../scripts/lib/stop-on-signal.ts';
import startPlatform from '../setup/platform.ts';
import { combinations, pairNames } from './combinations.ts';
import { errand, places } from './shop.ts';

const { values } = parseArgs({
  options: {
    shop: { type: 'string' },
    remotes: { type: 'string' },
    faults: { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const listed = (text: string | undefined): string[] | undefined => text?.split(',').filter(Boolean);
const wanted = { remotes: listed(values.remotes), faults: listed(values.faults) };
const unknown = wanted.faults?.find((name) => !(faultNames as readonly string[]).includes(name));

stopOnSignal();
try {
  if (unknown !== undefined) throw new Error(`${unknown} is no fault; there are ${faultNames.join(', ')}`);
  process.exitCode = await run();
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const stop = values.shop === undefined ? await startPlatform() : () => Promise.resolve();
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: [...chromiumArgs, ...injectionArgs],
  });
  const { shop } = values;
  try {
    const { cells, completed, total } = await runMatrix({
      browser,
      combinations: shop === undefined ? await combinations() : [asItIs(shop)],
      places: places.filter(({ remote }) => wanted.remotes?.includes(remote) ?? true),
      faults: faultNames.filter((name: FaultName) => wanted.faults?.includes(name) ?? true),
      errand: errand(),
      isWanted: (cell) => values.all || shop !== undefined || hasItsTurn(cell),
      done: ({ combination, remote, fault, place, durationMs, problems }) =>
        console.error(
          [combination, remote, fault, place, `${(durationMs / 1000).toFixed(1)} s`, ...problems].join(' · '),
        ),
    });
    const share = `${completed} of ${total} page views: search, cart and checkout were completed by keyboard (${Math.floor((100 * completed) / total)} %)`;
    console.log(
      values.json ? JSON.stringify({ cells, completed, total }, undefined, 2) : `${tableOf(cells)}\n\n${share}`,
    );
    return completed === total ? 0 : 1;
  } finally {
    await browser.close();
    await stop();
  }
}

/** In the first pair every cell; in the others each fault meets another remote. */
function hasItsTurn({ combination, place, fault }: Parameters<NonNullable<MatrixOptions['isWanted']>>[0]): boolean {
  const pair = pairNames.indexOf(combination);
  return pair <= 0 || (faultNames.indexOf(fault) + pair) % places.length === places.indexOf(place);
}

const asItIs = (shop: string) => ({
  name: 'as it is',
  open: () => Promise.resolve({ shop, close: () => Promise.resolve() }),
});
