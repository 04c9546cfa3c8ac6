/**
 * Buys things while everything dies, and holds the books against each other. `--purchases` says how many, `--seed` which: the same
 * seed plans the same purchases and deaths.
 */
import { parseArgs } from 'node:util';
import { elapsed, printFailure } from '../../../scripts/lib/progress.ts';
import { stopOnSignal } from '../../../scripts/lib/stop-on-signal.ts';
import { reportOf } from './report.ts';
import { run } from './run.ts';

const { values } = parseArgs({
  options: { purchases: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const [purchases, seed] = [Number(values.purchases), Number(values.seed)];

stopOnSignal();
try {
  if (!Number.isInteger(purchases) || purchases < 1) throw new Error('--purchases is a whole number above zero');
  if (!Number.isInteger(seed)) throw new Error('--seed is a whole number');
  const report = await run({
    purchases,
    seed,
    progress: (done) => {
      if (done % 100 === 0) console.error(`${done} of ${purchases}, ${elapsed()}`);
    },
  });
  console.log(reportOf(report));
  process.exitCode = Object.values(report.findings).flat().length > 0 ? 1 : 0;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
