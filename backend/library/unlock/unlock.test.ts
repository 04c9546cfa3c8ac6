import { credit, emptyWallet } from '@tessera/commerce/tokens/wallet.ts';
import type { Product } from '@tessera/contracts/api/catalog.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { createProductEntity } from '../../table/product.ts';
import { createWalletEntity } from '../../table/wallet.ts';
import { createWorkEntity } from '../../table/work.ts';
import { startWorld, type World } from '../testing/world.ts';

const cover = { src: '/c.svg', srcset: [], width: 600, height: 600, color: '#123456', alt: 'Cover' };
const film = 'wrk_film';
const year = 365 * 24 * 3600_000;

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await putFilm('aria', { tokens: 3, passes: [{ workId: 'wrk_7', slug: 'pass', title: 'Pass' }] });
});
afterAll(() => world.stop());

async function putFilm(tenantId: string, unlock: Product['unlock'], workId = film): Promise<void> {
  await createWorkEntity(world.table)
    .put({
      ...{ tenantId, workId, storeId: 'sto_1', storeName: 'Shop', slug: 'film', kind: 'film', status: 'published' },
      ...{ title: 'Film', makers: [], cover, publishedOn: '2026-01-01', description: '', genres: [], licence: 'Look.' },
      ...{ badges: [], contents: [], contentsLabel: 'none', offers: [], updatedAt: '2026-01-01T00:00:00.000Z' },
    })
    .go();
  await createProductEntity(world.table)
    .put({
      ...{ tenantId, workId, productId: `prd_${workId.slice(4)}`, position: 1, title: 'MP4', format: 'mp4' },
      ...{ delivery: 'digital', taxCode: 'txcd_10402100', maxQuantity: 1, stocked: false },
      ...(unlock ? { unlock } : {}),
    })
    .go();
}

async function putTokens(userId: string, ...lots: [granted: number, lifeMs: number][]): Promise<void> {
  const now = world.clock().getTime();
  const wallet = lots.reduce(
    (all, [granted, lifeMs], index) =>
      credit(all, {
        lotId: `01LOT${userId.slice(4).toUpperCase()}-${index + 1}`,
        orderId: `ord_01LOT${userId.slice(4).toUpperCase()}`,
        granted,
        left: granted,
        grantedAt: new Date(now).toISOString(),
        expiresAt: new Date(now + lifeMs).toISOString(),
      }),
    emptyWallet,
  );
  await createWalletEntity(world.table).put({ tenantId: 'aria', userId, wallet, revision: 1 }).go();
}

const unlock = (user: string | undefined, body: unknown = { workId: film, by: 'tokens' }, tenantId = 'aria') =>
  world.call(tenantId, '/api/me/unlocks', { method: 'POST', ...(user ? { user } : {}), body: JSON.stringify(body) });
const balance = async (user: string) =>
  (await (await world.call('aria', '/api/me/tokens', { user })).json()) as {
    balance: number;
    lots: { left: number }[];
  };
const owned = async (user: string) =>
  (
    (await (await world.call('aria', '/api/me/entitlements', { user })).json()) as {
      items: { id: string; via: string; state: string; workId: string }[];
    }
  ).items;

describe('unlocking for tokens', () => {
  test('spends them and gives the work, once however often it is asked', async () => {
    await putTokens('usr_a', [10, year]);
    const answer = await unlock('usr_a');
    expect(answer.status).toBe(200);
    const given = (await answer.json()) as { entitlementId: string };
    expect(given).toMatchObject({ workId: film, balance: 7 });
    expect(await (await unlock('usr_a')).json()).toEqual(given);
    expect(await owned('usr_a')).toMatchObject([{ id: given.entitlementId, via: 'tokens', state: 'granted' }]);
    expect(await balance('usr_a')).toMatchObject({ balance: 7, lots: [{ left: 7 }] });
  });

  test('takes them once from ten who ask at once', async () => {
    await putTokens('usr_b', [5, year]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => unlock('usr_b')));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await balance('usr_b')).balance).toBe(2);
    expect(await owned('usr_b')).toHaveLength(1);
  });

  test('stops hard: too few give nothing and cost nothing', async () => {
    await putTokens('usr_c', [2, year]);
    const answer = await unlock('usr_c');
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'tokens_short', data: { missing: 1 } });
    expect((await balance('usr_c')).balance).toBe(2);
    expect(await owned('usr_c')).toEqual([]);
  });

  test('tokens that have run out are worth nothing', async () => {
    await putTokens('usr_d', [10, -1]);
    expect((await balance('usr_d')).balance).toBe(0);
    expect((await unlock('usr_d')).status).toBe(409);
  });

  test('goes on where it was interrupted between setting aside and giving', async () => {
    await putTokens('usr_e', [3, year]);
    const entity = createWalletEntity(world.table);
    const { data } = await entity.get({ tenantId: 'aria', userId: 'usr_e' }).go();
    const lot = { ...data?.wallet.lots[0], left: 0 };
    const until = new Date(world.clock().getTime() + 60_000).toISOString();
    const parts = [{ lotId: lot.lotId, tokens: 3 }];
    const wallet = {
      lots: [lot],
      spends: 0,
      reservations: [{ subject: 'prd_film', tokens: 3, parts, expiresAt: until }],
    };
    await entity.put({ tenantId: 'aria', userId: 'usr_e', wallet, revision: 2 }).go();
    expect((await balance('usr_e')).balance).toBe(0);
    expect((await unlock('usr_e')).status).toBe(200);
    expect((await balance('usr_e')).balance).toBe(0);
    expect(await owned('usr_e')).toHaveLength(1);
  });
});

describe('unlocking by a pass', () => {
  const byPass = { workId: film, by: 'pass' };
  const endsAt = () => new Date(world.clock().getTime() + 24 * 3600_000).toISOString();

  test('opens as long as the pass does', async () => {
    const { right } = await world.grant('usr_pass', 7, { endsAt: endsAt() });
    const answer = await unlock('usr_pass', byPass);
    expect(answer.status).toBe(200);
    const { entitlementId } = (await answer.json()) as { entitlementId: string };
    expect(await (await unlock('usr_pass', byPass)).json()).toMatchObject({ entitlementId });
    const lent = async () => (await owned('usr_pass')).find(({ id }) => id === entitlementId);
    expect(await lent()).toMatchObject({ via: 'pass', state: 'granted', workId: film, validUntil: right.endsAt });
    await createEntitlementEntity(world.table)
      .put({ ...right, state: 'revoked' })
      .go();
    expect(await lent()).toMatchObject({ state: 'revoked' });
  });

  test('needs a pass that is in force', async () => {
    expect((await unlock('usr_none', byPass)).status).toBe(403);
    await world.grant('usr_old', 7, { endsAt: new Date(world.clock().getTime() - 1).toISOString() });
    expect(await (await unlock('usr_old', byPass)).json()).toMatchObject({ code: 'no_pass' });
  });

  test('what a pass lends is bought with tokens all the same', async () => {
    await world.grant('usr_both', 7, { endsAt: endsAt() });
    await putTokens('usr_both', [3, year]);
    await unlock('usr_both', byPass);
    expect((await unlock('usr_both')).status).toBe(200);
    expect((await owned('usr_both')).filter(({ workId }) => workId === film)).toHaveLength(2);
  });
});

test.each([
  ['signed out', undefined, { workId: film, by: 'tokens' }, 'aria', 401],
  ['an unknown work', 'usr_a', { workId: 'wrk_nothing', by: 'tokens' }, 'aria', 404],
  ['another shop’s work', 'usr_a', { workId: film, by: 'tokens' }, 'folio', 404],
  ['another shape', 'usr_a', { workId: film, by: 'magic' }, 'aria', 422],
])('%s', async (_, user, body, tenantId, status) => {
  expect((await unlock(user, body, tenantId)).status).toBe(status);
});

test('a work that only its price opens is not unlocked', async () => {
  await putFilm('aria', undefined, 'wrk_plain');
  expect((await unlock('usr_a', { workId: 'wrk_plain', by: 'tokens' })).status).toBe(404);
});

test('an empty wallet and no subscription are empty lists', async () => {
  expect(await balance('usr_new')).toEqual({ balance: 0, lots: [] });
  const answer = await world.call('aria', '/api/me/subscriptions', { user: 'usr_new' });
  expect(await answer.json()).toEqual({ items: [] });
  expect((await world.call('aria', '/api/me/subscriptions')).status).toBe(401);
});
