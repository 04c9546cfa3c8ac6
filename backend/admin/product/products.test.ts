import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProductEntity } from '../../table/product.ts';
import { createStockEntity } from '../../table/stock.ts';
import { createWorkEntity } from '../../table/work.ts';
import { aria, mediaBucket, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const path = `/api/store/${aria.store.id}/products`;
const offer = {
  title: 'Cassette',
  format: 'tape',
  delivery: 'physical',
  price: { amountMinor: '1500', currency: 'USD' },
  stock: 12,
};
const novel = { kind: 'book', title: 'Über den Fluss', makers: ['Nina Vale', '山田 花'], year: 1999 };
const create = (body: unknown, more: Record<string, string> = {}, as = 'usr_boss:admin') =>
  world.post(path, body, { more, as });
const workOf = async (workId: string) =>
  (await createWorkEntity(world.table).get({ tenantId: 'aria', workId }).go({ consistent: true })).data;

test('a new work is made with its makers, a cover and its first product', async () => {
  const answer = await create({ ...offer, work: novel });
  expect(answer.status).toBe(201);
  const { workId, productId } = (await answer.json()) as { workId: string; productId: string };
  const work = await workOf(workId);
  expect(work).toMatchObject({
    title: 'Über den Fluss',
    slug: 'uber-den-fluss',
    publishedOn: '1999-01-01',
    status: 'published',
    storeId: aria.store.id,
    makers: [
      { id: 'mkr_nina-vale', name: 'Nina Vale' },
      { id: expect.stringMatching(/^mkr_n-/), name: '山田 花', role: 'Author' },
    ],
    offers: [{ productId, format: 'tape', prices: [{ amountMinor: '1500', currency: 'USD', priceListId: 'us' }] }],
  });
  const key = `aria/${work?.cover.src.replace('/media/', '')}`;
  const file = await world.s3.send(new GetObjectCommand({ Bucket: mediaBucket, Key: key }));
  expect(await file.Body?.transformToString()).toMatch(/^<svg /);
  expect((await createStockEntity(world.table).get({ tenantId: 'aria', productId }).go()).data?.available).toBe(12);
  expect(await world.audited(workId)).toEqual(['product.created by usr_boss']);
});

test('a known work gets one more; of two at the same time both are there', async () => {
  const answers = await Promise.all([
    create({ ...offer, workId: 'wrk_tide' }),
    create({ ...offer, title: 'Box', workId: 'wrk_tide' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect((await workOf('wrk_tide'))?.offers).toHaveLength(3);
  const { data } = await createProductEntity(world.table).query.ofWork({ tenantId: 'aria', workId: 'wrk_tide' }).go();
  expect(data.map(({ position }) => position).toSorted()).toEqual([0, 1, 2]);
});

test('the same key twice makes one product, also at the same time; with another body it is a conflict', async () => {
  const key = { 'idempotency-key': 'key-of-the-form' };
  const body = { ...offer, workId: 'wrk_ebb' };
  const [first, second] = await Promise.all([create(body, key), create(body, key)]);
  const third = await create(body, key);
  expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
  const texts = await Promise.all([first, second, third].map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  expect((await workOf('wrk_ebb'))?.offers).toHaveLength(3);
  expect((await create({ ...body, stock: 1 }, key)).status).toBe(409);
});

test('a creator sells in their own store only', async () => {
  const opened = await world.post('/api/store/create', { name: 'Mine', slug: 'mine' }, { as: 'usr_maker:creator' });
  const { id } = (await opened.json()) as { id: string };
  const body = { ...offer, work: novel };
  const ownPath = `/api/store/${id}/products`;
  expect((await world.post(ownPath, body, { as: 'usr_maker:creator' })).status).toBe(201);
  expect((await world.post(ownPath, body, { as: 'usr_other:creator' })).status).toBe(403);
  expect((await world.post(ownPath, { ...offer, workId: 'wrk_tide' }, { as: 'usr_maker:creator' })).status).toBe(404);
});

test('another tenant’s store is answered like a missing one', async () => {
  const body = { ...offer, workId: 'wrk_tide' };
  const foreign = await world.post(path, body, { tenant: 'folio' });
  const missing = await world.post('/api/store/sto_none/products', body, { tenant: 'folio' });
  expect([foreign.status, missing.status]).toEqual([404, 404]);
  expect(await foreign.text()).toBe(await missing.text());
});

test.each([
  ['neither work nor id', {}],
  ['both', { workId: 'wrk_tide', work: novel }],
  ['a currency the shop has no list of', { workId: 'wrk_tide', price: { amountMinor: '1', currency: 'JPY' } }],
  ['no price', { workId: 'wrk_tide', price: { amountMinor: '0', currency: 'USD' } }],
  ['a price below nothing', { workId: 'wrk_tide', price: { amountMinor: '-1', currency: 'USD' } }],
  ['an unknown delivery', { workId: 'wrk_tide', delivery: 'pigeon' }],
])('%s is refused', async (_, body) => {
  expect((await create({ ...offer, ...body })).status).toBe(422);
});
