import { afterAll, expect, test } from 'vitest';
import { reportOf } from './report.ts';
import { run, type RunReport } from './run.ts';

let report: RunReport | undefined;
afterAll(() => {
  if (report) console.log(reportOf(report));
});

test('200 purchases while everything dies: nothing lost, nothing double, nobody has what was not paid', async () => {
  report = await run({ purchases: 200, seed: 20260101 });
  expect(report.findings).toEqual({ lost: [], double: [], rights: [], stock: [], books: [], open: [] });
  expect(report.tally.paid).toBeGreaterThan(100);
  expect(report.tally.refunded).toBeGreaterThan(0);
  expect(report.ends.refused).toBeGreaterThan(0);
  expect(report.webhooks.dropped).toBeGreaterThan(0);
  expect(report.webhooks.doubled).toBeGreaterThan(0);
}, 600_000);

test('processes died at each call of a purchase that writes or pays, and in the sweep', () => {
  const { coverage = [] } = report ?? {};
  const missed = coverage
    // What a sweep has to do is done by the first that is not killed: which of its calls are hit is up to chance.
    .filter(({ task, call }) => task !== 'sweep' && (call.startsWith('POST ') || /Put|Update|Transact/.test(call)))
    .filter(({ before, after }) => before + after === 0);
  expect(missed).toEqual([]);
  const swept = coverage.filter(({ task }) => task === 'sweep');
  expect(swept.reduce((kills, { before, after }) => kills + before + after, 0)).toBeGreaterThan(4);
});
