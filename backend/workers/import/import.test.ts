import { ImportJob } from '@tessera/contracts/api/admin.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aria, mediaBucket, startWorld, uploadsBucket, type World } from '../../admin/testing/world.ts';
import { createMakerEntity, createMakerWorkEntity } from '../../table/maker.ts';
import { createProductEntity } from '../../table/product.ts';
import { createPriceEntity, type StoredPrice } from '../../table/price.ts';
import { createWorkEntity } from '../../table/work.ts';
import { createImportPorts } from './ports.aws.ts';
import { runImport, type ImportPorts } from './run-import.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const portsOf = (tenantId = 'aria') =>
  createImportPorts({ ...world, mediaBucket, uploadsBucket }, TenantId.parse(tenantId));

async function request(text: string, query = '', { type = 'text/csv', tenant = 'aria' } = {}): Promise<string> {
  const answer = await world.post(`/api/admin/catalog/import${query}`, text, { type, tenant });
  expect(answer.status, await answer.clone().text()).toBe(202);
  return ImportJob.parse(await answer.json()).id;
}
const jobOf = async (id: string, tenant = 'aria') =>
  ImportJob.parse(await world.json(`/api/admin/catalog/import/${id}`, { tenant }));

async function importText(text: string, query = '', options: { type?: string; tenant?: string } = {}) {
  const id = await request(text, query, options);
  await runImport(id, portsOf(options.tenant));
  return jobOf(id, options.tenant);
}
const worksOf = async (tenantId = 'aria') =>
  (await createWorkEntity(world.table).query.ofTenant({ tenantId }).go({ pages: 'all' })).data;
const find = async (title: string) => (await worksOf()).find((work) => work.title === title);

const csv = `title,makers,kind,year,price,format,productTitle,delivery,stock
Salt,"Ada Moss; Nina Vale",album,2020,12.50,vinyl,LP,physical,3
Pepper,Ada Moss,track,,0.99,mp3,MP3,digital,
`;

test('a file becomes works with makers, products, prices and covers', async () => {
  const job = await importText(csv);
  expect(job).toMatchObject({
    state: 'succeeded',
    rows: { read: 2, created: 2, updated: 0, unchanged: 0, failed: 0, total: 2 },
    errors: [],
  });
  const work = await find('Salt');
  expect(work).toMatchObject({
    kind: 'album',
    slug: 'salt',
    storeId: aria.store.id,
    storeName: aria.store.name,
    publishedOn: '2020-01-01',
    cover: { src: expect.stringMatching(/^\/media\/covers\/plain-square-\d\.svg$/), alt: 'Salt' },
    makers: [{ name: 'Ada Moss' }, { id: 'mkr_nina-vale', name: 'Nina Vale', role: 'Artist' }],
    offers: [{ format: 'vinyl', prices: [{ amountMinor: '1250', currency: 'USD', priceListId: 'us' }] }],
  });
  const { data: products } = await createProductEntity(world.table)
    .query.ofWork({ tenantId: 'aria', workId: work?.workId ?? '' })
    .go();
  expect(products).toMatchObject([{ title: 'LP', stocked: true, maxQuantity: 10 }]);
});

test('a maker who is known stays as they are', async () => {
  const nina = await createMakerEntity(world.table).get({ tenantId: 'aria', makerId: 'mkr_nina-vale' }).go();
  // The seeded one has the id mkr_nina; the imported name leads to an id of its own.
  expect(nina.data?.bio).toBe('');
});

test('the same file again changes nothing; a changed row is updated alone', async () => {
  const before = await worksOf();
  const again = await importText(csv);
  expect(again.rows).toMatchObject({ read: 2, created: 0, updated: 0, unchanged: 2 });
  expect(await worksOf()).toEqual(before);
  const changed = await importText(csv.replace('0.99', '1.29').replace('; Nina Vale', ''));
  expect(changed.rows).toMatchObject({ created: 1, updated: 1, unchanged: 0 });
});

test('an update keeps what the shop added: products, badges, a status', async () => {
  await importText('id,title,makers,price\nx1,Kept,Ada,5\n');
  const work = await find('Kept');
  const workId = work?.workId ?? '';
  await world.post(`/api/store/${aria.store.id}/products`, {
    workId,
    title: 'Box',
    format: 'box',
    delivery: 'physical',
    price: { amountMinor: '9900', currency: 'USD' },
  });
  await createWorkEntity(world.table)
    .patch({ tenantId: 'aria', workId })
    .set({ badges: ['staff-pick'], status: 'archived' })
    .go();
  expect((await importText('id,title,makers,price\nx1,Kept,Bela,6\n')).rows).toMatchObject({ updated: 1 });
  const after = await find('Kept');
  expect(after).toMatchObject({ badges: ['staff-pick'], status: 'archived', makers: [{ name: 'Bela' }] });
  expect(after?.offers.map(({ format }) => format).toSorted()).toEqual(['box', 'download']);
  const links = createMakerWorkEntity(world.table);
  expect((await links.query.ofMaker({ tenantId: 'aria', makerId: 'mkr_ada' }).go()).data).toEqual([]);
  expect((await links.query.ofMaker({ tenantId: 'aria', makerId: 'mkr_bela' }).go()).data).toMatchObject([{ workId }]);
});

test('a changed row changes the price that it names: those of other lists and sales stay, for catalog and checkout', async () => {
  await importText('id,title,makers,price\nx2,Listed,Ada,5\n');
  const { workId = '', offers = [] } = (await find('Listed')) ?? {};
  const [offer] = offers;
  const [named] = offer?.prices ?? [];
  if (!offer || !named) throw new Error('no price');
  const others: StoredPrice[] = [
    { ...named, priceListId: 'eu', currency: 'EUR', amountMinor: '450' },
    // In force from the same moment as the regular price.
    { ...named, kind: 'sale', amountMinor: '400' },
  ];
  const prices = createPriceEntity(world.table);
  for (const price of others) await prices.put({ ...price, tenantId: 'aria', productId: offer.productId }).go();
  await createWorkEntity(world.table)
    .patch({ tenantId: 'aria', workId })
    .set({ offers: [{ ...offer, prices: [named, ...others] }] })
    .go();
  expect((await importText('id,title,makers,price\nx2,Listed,Ada,6\n')).rows).toMatchObject({ updated: 1 });
  const shown = (await find('Listed'))?.offers[0]?.prices ?? [];
  const { data } = await prices.query.ofProduct({ tenantId: 'aria', productId: offer.productId }).go();
  const sums = (all: readonly StoredPrice[]) =>
    all.map(({ currency, kind, amountMinor }) => `${currency} ${kind} ${amountMinor}`).toSorted();
  expect(sums(shown)).toEqual(['EUR regular 450', 'USD regular 600', 'USD sale 400']);
  expect(sums(data)).toEqual(sums(shown));
});

test('a mapping names other headers, a default prices what has none', async () => {
  const job = await importText(
    'Titel;Autor;Preis\nHeim;Ida;\n',
    '?mapping=Titel%3Dtitle,Autor%3Dmakers,Preis%3Dprice&priceMinor=700&currency=EUR',
  );
  expect(job.state).toBe('succeeded');
  expect((await find('Heim'))?.offers[0]?.prices[0]).toMatchObject({
    amountMinor: '700',
    currency: 'EUR',
    countries: ['DE'],
  });
});

test('NDJSON too', async () => {
  const job = await importText('{"title":"Line","makers":["A","B"],"price":"3.00","kind":"film"}\n', '', {
    type: 'application/x-ndjson',
  });
  expect(job.rows).toMatchObject({ created: 1 });
  expect(await find('Line')).toMatchObject({ kind: 'film', makers: [{ name: 'A' }, { name: 'B' }] });
});

test('rows that are wrong are told, and hold up no other', async () => {
  const text = [
    'title,makers,kind,price,currency,stock',
    'Good,A,book,1,,',
    ',A,book,1,,',
    'No price,A,book,,,',
    'Bad kind,A,pamphlet,1,,',
    'Good,A,book,1,,',
    'Yen,A,book,1,JPY,',
    'short,A',
    'Stock,A,book,1,,-1',
  ].join('\n');
  const job = await importText(text);
  expect(job.state).toBe('succeeded');
  expect(job.rows).toMatchObject({ read: 8, created: 1, failed: 7, total: 8 });
  expect(job.errors.map(({ row, field, message }) => [row, field, message])).toEqual([
    [3, 'title', 'is missing'],
    [4, 'price', 'is missing'],
    [5, 'kind', expect.any(String)],
    [6, undefined, 'is the same work as row 2'],
    [7, 'currency', 'JPY is no currency of this shop'],
    [8, undefined, 'has 2 columns where the header has 6'],
    [9, 'stock', expect.any(String)],
  ]);
});

test.each([
  ['title,makers\n', /has no rows/],
  ['name,author\nA,B\n', /no column for the title/],
])('%j fails as a whole', async (text, message) => {
  const job = await importText(text);
  expect(job).toMatchObject({ state: 'failed', errors: [{ row: 0, message: expect.stringMatching(message) }] });
});

test('per-row errors are kept for two hundred rows', async () => {
  const job = await importText(`title,makers,price\n${'x,,1\n'.repeat(600)}`);
  expect(job).toMatchObject({ state: 'failed', rows: { failed: 600 } });
  expect(job.errors).toHaveLength(200);
});

const many = (count: number) =>
  `id,title,makers,price\n${Array.from({ length: count }, (_, index) => `m${index},Many ${index},Ada,1`).join('\n')}\n`;

test('a run that dies is taken up by the next delivery, and counts everything once', async () => {
  const id = await request(many(700));
  const ports = portsOf();
  let batches = 0;
  const dying: ImportPorts = {
    ...ports,
    progress: {
      ...ports.progress,
      async advance(run, rows) {
        batches += 1;
        if (batches === 3) throw new Error('killed');
        return ports.progress.advance(run, rows);
      },
    },
  };
  await expect(runImport(id, dying)).rejects.toThrow('killed');
  expect(await jobOf(id)).toMatchObject({ state: 'running', rows: { read: 250, created: 250 } });
  await runImport(id, ports);
  expect(await jobOf(id)).toMatchObject({
    state: 'succeeded',
    rows: { read: 700, created: 450, unchanged: 250, failed: 0, total: 700 },
  });
  expect((await worksOf()).filter(({ title }) => title.startsWith('Many '))).toHaveLength(700);
});

test('of two runs at the same time one counts', async () => {
  const id = await request(many(600));
  await Promise.all([runImport(id, portsOf()), runImport(id, portsOf())]);
  expect(await jobOf(id)).toMatchObject({ state: 'succeeded', rows: { read: 600, unchanged: 600 } });
});

test('a message that comes again, and one of a job that is not there, do nothing', async () => {
  const id = await request(csv);
  await runImport(id, portsOf());
  const done = await jobOf(id);
  await runImport(id, portsOf());
  await runImport('job_none', portsOf());
  expect(await jobOf(id)).toEqual(done);
});

test('what cannot be done is given up after five deliveries', async () => {
  const id = await request(csv);
  const ports = { ...portsOf(), batchContext: () => Promise.reject(new Error('down')) };
  for (let delivery = 1; delivery <= 5; delivery++) await expect(runImport(id, ports)).rejects.toThrow('down');
  expect(await jobOf(id)).toMatchObject({ state: 'failed', errors: [{ row: 0 }] });
});

test('an uploaded file is imported by its key; another tenant’s key is none', async () => {
  const text = 'title,makers,price\nUploaded,A,1\n';
  const answer = await world.post('/api/admin/catalog/import/uploads', { contentType: 'text/csv', bytes: text.length });
  const { url, object } = z.object({ url: z.string(), object: z.string() }).parse(await answer.json());
  expect((await fetch(url, { method: 'PUT', body: text, headers: { 'content-type': 'text/csv' } })).status).toBe(200);
  const byKey = (tenant: string, key: string) =>
    world.post(`/api/admin/catalog/import?object=${encodeURIComponent(key)}`, '', { tenant, type: 'text/csv' });
  const [foreign, missing] = [await byKey('folio', object), await byKey('folio', 'imports/folio/none.csv')];
  expect([foreign.status, missing.status]).toEqual([422, 422]);
  expect(await foreign.text()).toBe(await missing.text());
  const own = ImportJob.parse(await (await byKey('aria', object)).json());
  await runImport(own.id, portsOf());
  expect((await jobOf(own.id)).rows.created).toBe(1);
});

test('a job of another tenant is answered like a missing one', async () => {
  const id = await request(csv);
  const [foreign, missing] = await Promise.all(
    [id, 'job_none'].map((job) => world.get(`/api/admin/catalog/import/${job}`, { tenant: 'folio' })),
  );
  expect([foreign?.status, missing?.status]).toEqual([404, 404]);
  expect(await foreign?.text()).toBe(await missing?.text());
  const { items } = z.object({ items: z.array(ImportJob) }).parse(await world.json('/api/admin/catalog/import'));
  expect(items[0]?.id).toBe(id);
});

test.each([
  ['an empty file', '', '', 422],
  ['a currency without a list', csv, '?currency=JPY', 422],
  ['an unknown profile', csv, '?profile=amazon', 422],
  ['a mapping of nothing', csv, '?mapping=Title', 422],
  ['more than 4 MB', 'x'.repeat(4 * 1024 * 1024 + 1), '', 413],
])('%s is refused', async (_, text, query, status) => {
  expect((await world.post(`/api/admin/catalog/import${query}`, text, { type: 'text/csv' })).status).toBe(status);
});
