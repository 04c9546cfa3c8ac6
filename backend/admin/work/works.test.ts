import { afterAll, beforeAll, expect, test } from 'vitest';
import { Items, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const list = async (query: string, tenant = 'aria') =>
  Items.parse(await world.json(`/api/admin/catalog/works${query}`, { tenant }));
const titles = ({ items }: { items: Record<string, unknown>[] }) => items.map(({ title }) => title);

test('lists the catalog by kind, newest first, with what is sold of each work', async () => {
  const { items } = await list('');
  expect(titles({ items })).toEqual(['Drum Roll', 'Ebb', 'Tide']);
  expect(items[1]).toMatchObject({ kind: 'album', products: 2, status: 'published', makers: 'Nina Vale' });
});

test.each([
  ['?kind=album', ['Ebb', 'Tide']],
  ['?kind=film', []],
  ['?q=drum', ['Drum Roll']],
  ['?q=nina&kind=track', ['Drum Roll']],
  ['?q=herbst', []],
])('%s finds %j', async (query, expected) => {
  expect(titles(await list(query))).toEqual(expected);
});

test.each(['', '&kind=album', '&q=nina'])('pages of one work each hold everything once (%s)', async (query) => {
  const whole = titles(await list(`?limit=100${query}`)).toSorted();
  const seen: unknown[] = [];
  let cursor = '';
  do {
    const page = await list(`?limit=1${query}${cursor && `&cursor=${cursor}`}`);
    seen.push(...titles(page));
    cursor = page.nextCursor ?? '';
  } while (cursor);
  expect(seen.toSorted()).toEqual(whole);
});

test('another tenant has its own', async () => {
  expect(titles(await list('', 'folio'))).toEqual(['Herbst']);
});

test('a cursor of another list is refused', async () => {
  const { nextCursor } = await list('?limit=1');
  expect((await world.get(`/api/admin/catalog/works?q=nina&cursor=${nextCursor}`)).status).toBe(422);
});
