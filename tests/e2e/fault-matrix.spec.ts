import { chromium } from '@playwright/test';
import { faultNames } from '@tessera/federation/testkit/faults.ts';
import { injectionArgs } from '@tessera/federation/testkit/interceptor.ts';
import { type CellResult } from '@tessera/federation/testkit/run-cell.ts';
import { isComplete, runMatrix } from '@tessera/federation/testkit/run-matrix.ts';
import { combinations } from '../faults/combinations.ts';
import { errand, places } from '../faults/shop.ts';
import { hasAccess, noAccess } from '../setup/access.ts';
import { expect, test } from './fixtures.ts';

/** Some of each kind; `npm run faults:composition` takes all. */
const sample: readonly [combination: string, remote: string, fault: (typeof faultNames)[number]][] = [
  ['shell N × remotes N', 'mfe-catalog', '503'],
  ['shell N × remotes N', 'mfe-checkout', 'throws-in-render'],
  ['shell N-1 × remotes N', 'mfe-catalog', 'poisoned-scope'],
  ['shell N × remotes N-1', 'mfe-catalog', 'needs-newer-shell'],
];

test('with a fault in any one remote, of any pair of releases, search, cart and checkout are completed by keyboard', async () => {
  test.skip(!hasAccess(), noAccess);
  const { args = [], ...launch } = test.info().project.use.launchOptions ?? {};
  const browser = await chromium.launch({ ...launch, args: [...args, ...injectionArgs] });
  const isWanted = (combination: string, remote: string, fault: string) =>
    sample.some((one) => one[0] === combination && one[1] === remote && one[2] === fault);
  try {
    const { cells } = await runMatrix({
      browser,
      combinations: await combinations(),
      places,
      faults: faultNames,
      errand: errand(),
      isWanted: ({ combination, place, fault }) => isWanted(combination, place.remote, fault),
    });
    expect(cells.map(isComplete), JSON.stringify(cells, undefined, 2)).toEqual(sample.map(() => true));
    expect(cells.map(outcome)).toEqual([
      ['mfe-catalog', '503', 'fallback', true],
      ['mfe-checkout', 'throws-in-render', 'fallback', true],
      ['mfe-catalog', 'poisoned-scope', 'pinned', undefined],
      ['mfe-catalog', 'needs-newer-shell', 'fallback', true],
    ]);
  } finally {
    await browser.close();
  }
});

const outcome = ({ remote, fault, place, recovered }: CellResult) => [remote, fault, place, recovered];
