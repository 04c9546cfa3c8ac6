import { AssetId, MakerId, ProductId, Slug, WorkId } from '@tessera/contracts/ids.ts';
import { describe, expect, test } from 'vitest';
import { paletteOf, palettes } from '../make/art/palettes.ts';
import { seedTenants } from './tenants.ts';

describe.each(seedTenants.map((tenant) => [tenant.profile.id, tenant] as const))('%s', (_, tenant) => {
  const products = tenant.works.flatMap((work) => work.products);

  test('has at least 40 works, of every kind that its navigation names', () => {
    expect(tenant.works.length).toBeGreaterThanOrEqual(40);
    for (const kind of tenant.profile.kinds)
      expect(tenant.works.filter((work) => work.kind === kind).length, kind).toBeGreaterThan(0);
  });

  test('has ids that are well formed and used once', () => {
    for (const work of tenant.works) {
      WorkId.parse(work.id);
      Slug.parse(work.slug);
      for (const maker of work.makerIds)
        expect(
          tenant.makers.map((one) => one.id),
          work.title,
        ).toContain(MakerId.parse(maker));
    }
    expect(new Set(tenant.works.map((work) => work.id)).size).toBe(tenant.works.length);
    expect(new Set(products.map((product) => ProductId.parse(product.id))).size).toBe(products.length);
    for (const product of products)
      expect(new Set(product.files.map((file) => AssetId.parse(file.assetId))).size).toBe(product.files.length);
  });

  test('prices every product in every list, in whole minor units, lower than what is struck through', () => {
    for (const product of products)
      for (const list of tenant.priceLists) {
        const price = product.prices[list.id];
        expect(price?.amountMinor, `${product.id} in ${list.id}`).toMatch(/^[1-9]\d*$/);
        if (price?.compareAtMinor) expect(BigInt(price.compareAtMinor)).toBeGreaterThan(BigInt(price.amountMinor));
      }
  });

  test('counts stock of what is physical, and of nothing else; gives a file with what is digital', () => {
    for (const product of products) {
      expect(product.stock !== undefined, product.id).toBe(product.delivery === 'physical');
      if (product.delivery === 'digital') expect(product.files.length, product.id).toBeGreaterThan(0);
    }
  });

  test('shows works that exist on its shelves, and draws with palettes that exist', () => {
    const ids = new Set(tenant.works.map((work) => work.id));
    expect(ids).toContain(tenant.home.workId);
    for (const shelf of tenant.home.shelves) for (const id of shelf.workIds) expect(ids, shelf.id).toContain(id);
    for (const work of tenant.works) expect(Object.values(palettes)).toContain(paletteOf(work.cover.palette));
  });

  test('answers how to get a refund', () => {
    expect(
      tenant.articles.some(
        (article) => article.slug === 'refunds' && article.sections[0]?.heading === 'How do I get a refund?',
      ),
    ).toBe(true);
  });
});
