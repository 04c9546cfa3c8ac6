import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { putProduct } from '../testing/seed.ts';
import { album, startWorld, vinyl, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

type Owning = Partial<{ tenantId: string; productId: string; state: 'granted' | 'revoked'; endsAt: string }>;

async function own(userId: string, over: Owning = {}): Promise<void> {
  const right = { tenantId: 'aria', productId: album, state: 'granted' as const, ...over };
  await createEntitlementEntity(world.table)
    .put({
      ...{ ...right, userId, lineId: 'lin_1', entitlementId: `ent_${userId}`, orderId: 'ord_before', line: {} },
      grantedAt: world.clock().toISOString(),
    })
    .go();
}

const noticesOf = async (user: string) => (await world.cart('aria', { user })).lines.map(({ notice }) => notice);

test('what the buyer has already is told, and can be bought once more', async () => {
  const user = 'usr_owner';
  await own(user);
  await own(user, { productId: vinyl });
  await world.set('aria', album, 1, { user });
  await world.set('aria', vinyl, 1, { user });
  expect(await noticesOf(user)).toEqual(['owned', undefined]);
  expect((await world.checkout('aria', user)).status).toBe(200);
});

test.each<[string, Owning]>([
  ['was given back', { state: 'revoked' }],
  ['ends', { endsAt: '2099-01-01T00:00:00Z' }],
  ['is of another shop', { tenantId: 'folio' }],
  ['is of a product whose id goes on', { productId: `${album}-deluxe` }],
])('a right that %s is none', async (what, over) => {
  const user = `usr_${what.replaceAll(' ', '-')}`;
  await own(user, over);
  await world.set('aria', album, 1, { user });
  expect(await noticesOf(user)).toEqual([undefined]);
});

test('nobody else’s cart tells, and a signed-out one knows nothing', async () => {
  await putProduct(world.table, {
    ...{ tenantId: 'aria', productId: 'prd_other', title: 'Other', taxCode: 'txcd_10401100' },
    prices: { USD: '500' },
  });
  await own('usr_first', { productId: 'prd_other' });
  await world.set('aria', 'prd_other', 1, { user: 'usr_second' });
  expect(await noticesOf('usr_second')).toEqual([undefined]);
});
