import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLocalSearch } from '../../platform/search/local.ts';
import type { SearchDocument } from '../../platform/search/port.ts';
import { startSearch } from './engine.ts';

const query = { text: '', filters: {}, sort: 'newest' as const, offset: 0, limit: 5 };

test('what was put is there after a restart, also when the last write was cut off', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tessera-search-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const first = await startSearch({ dataDir });
  const before = createLocalSearch(first.endpoint).forTenant('aria');
  await before.put([work(1), work(2)]);
  await before.remove(['wrk_2']);
  await first.stop();
  await appendFile(path.join(dataDir, 'aria.ndjson'), '{"op":"put","docum');
  const second = await startSearch({ dataDir });
  onTestFinished(() => second.stop());
  const after = await createLocalSearch(second.endpoint).forTenant('aria').search(query);
  expect(after.hits.map(({ id }) => id)).toEqual(['wrk_1']);
});

test('ten thousand works are searched and completed at typing speed', async () => {
  const service = await startSearch();
  onTestFinished(() => service.stop());
  const index = createLocalSearch(service.endpoint).forTenant('folio');
  await index.put(Array.from({ length: 10_000 }, (_, n) => work(n)));
  await index.search({ ...query, text: 'warm' });
  const startedAt = performance.now();
  for (let n = 0; n < 10; n++) {
    const { total } = await index.search({ ...query, text: `tale ${n}`, sort: 'relevance' });
    expect(total).toBeGreaterThan(0);
    expect((await index.suggest({ text: `tale of num${'ber'.slice(0, n % 4)}`, limit: 8 })).length).toBeGreaterThan(0);
  }
  expect((performance.now() - startedAt) / 20).toBeLessThan(250);
});

function work(n: number): SearchDocument {
  return {
    id: `wrk_${n}`,
    kind: 'book',
    title: `Tale of number ${n}`,
    makers: [{ id: `mkr_${n % 500}`, slug: `writer-${n % 500}`, name: `Writer ${n % 500}` }],
    genres: [`genre ${n % 20}`],
    formats: ['EPUB'],
    year: 1950 + (n % 70),
    publishedOn: `${1950 + (n % 70)}-01-01`,
    description: `A story told ${n} times.`,
    listPrices: { eu: 100 + n },
    card: { n },
  };
}
