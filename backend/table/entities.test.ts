import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { createTestTable } from '../../tests/setup/table.ts';
import { createArticleEntity } from './article.ts';
import { createHomeEntity } from './home.ts';
import { createMakerWorkEntity } from './maker.ts';
import { always, createPriceEntity } from './price.ts';
import { createRateWindowEntity } from './rate-window.ts';
import { createTenantProfileEntity } from './tenant-profile.ts';

test('keys are those of docs/data-model.md, in the case of their ids', async () => {
  const table = await createTestTable();
  const tenantId = 'aria';
  await createHomeEntity(table).put({ tenantId, shelves: [] }).go();
  await createMakerWorkEntity(table).put({ tenantId, makerId: 'mkr_AbC', workId: 'wrk_aBc' }).go();
  await createPriceEntity(table)
    .put({
      tenantId,
      productId: 'prd_1',
      priceListId: 'us',
      currency: 'USD',
      countries: [],
      amountMinor: '1299',
      kind: 'regular',
      validFrom: always,
    })
    .go();
  await createArticleEntity(table)
    .put({
      tenantId,
      slug: 'refunds',
      locale: 'en',
      title: 'a',
      summary: 'b',
      topic: 'c',
      sections: [],
      updatedOn: '2026-01-01',
    })
    .go();
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.tableName }));
  const keys = Items.map((item) => ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((name) => item[name]?.S ?? '-').join(' '));
  expect(new Set(keys)).toEqual(
    new Set([
      'TENANT#aria HOME - -',
      'TENANT#aria#ARTICLE#refunds LOCALE#en TENANT#aria#ARTICLES#en refunds',
      'TENANT#aria#ARTIST#mkr_AbC WORK#wrk_aBc - -',
      `TENANT#aria#PRODUCT#prd_1 PRICE#us#USD#regular#${always} - -`,
    ]),
  );
});

test('a profile is found among all tenants', async () => {
  const table = await createTestTable();
  const profiles = createTenantProfileEntity(table);
  const item = {
    tenantId: 'aria',
    profile: {
      name: 'Aria',
      tagline: '',
      legalName: 'Aria Inc.',
      country: 'US',
      supportEmail: 'a@aria.example',
      theme: {
        face: 'aria' as const,
        accent: { light: '#000', dark: '#fff' },
        radius: 'none' as const,
        density: 'compact' as const,
        coverShape: 'square' as const,
        scheme: 'auto' as const,
      },
      locales: ['en' as const],
      currencies: ['USD'],
      countries: ['US'],
      taxDisplay: 'exclusive' as const,
      kinds: ['album'],
    },
    flags: {},
    defaultStoreId: 'sto_1',
    priceLists: [],
    taxRegistrations: [],
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
  await profiles.put(item).go();
  expect((await profiles.query.tenants({}).go()).data).toEqual([item]);
});

test('windows count from nothing, each on its own', async () => {
  const windows = createRateWindowEntity(await createTestTable());
  const add = (startSeconds: string) =>
    windows
      .upsert({ tenantId: 'aria', rateKey: 'write:1.1.1.1', startSeconds, ttl: 9 })
      .add({ count: 1 })
      .go({ response: 'all_new' });
  expect((await add('60')).data.count).toBe(1);
  expect((await add('60')).data.count).toBe(2);
  expect((await add('120')).data.count).toBe(1);
});
