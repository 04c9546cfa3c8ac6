import type { DownloadLink } from '@tessera/contracts/api/library.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createAuditEntity } from '../../table/audit-record.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { bytes, secret, startWorld, type World } from '../testing/world.ts';
import { maxUses } from './downloads.ts';
import { permissionHash } from './permission.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const ada = 'usr_ada';

async function linkFor(
  serial: number,
  user = ada,
): Promise<z.infer<typeof DownloadLink> & { entitlementId: string; assetId: string }> {
  const { entitlementId, assetId } = await world.grant(user, serial);
  const response = await world.link(user, entitlementId, assetId);
  expect(response.status).toBe(200);
  return { ...(await response.json()), entitlementId, assetId };
}

describe('POST /api/downloads/link', () => {
  test('answers a link whose hash is over user, asset, entitlement and expiry', async () => {
    const { url, token, permissionHash: hash, expiresAt, entitlementId, assetId } = await linkFor(1);
    const exp = Date.parse(expiresAt) / 1000;
    expect(url).toBe(`/api/downloads/${token}?exp=${exp}&h=${hash}`);
    expect(hash).toBe(permissionHash({ userId: ada, assetId, entitlementId, expiresAt: exp }, secret));
  });

  test('401 signed out; nothing, another person’s and another tenant’s are the same 404', async () => {
    const { entitlementId, assetId } = await world.grant(ada, 2);
    expect((await world.call('aria', '/api/downloads/link', { method: 'POST', body: '{}' })).status).toBe(401);
    const answers = await Promise.all([
      world.link(ada, 'ent_nothing-1', assetId),
      world.link('usr_bob', entitlementId, assetId),
      world.link(ada, entitlementId, assetId, 'folio'),
      world.link(ada, entitlementId, 'ast_other'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  test.each(['suspended', 'revoked'] as const)('403 for a right that is %s', async (state) => {
    const { entitlementId, assetId } = await world.grant(ada, state === 'revoked' ? 3 : 4, { state });
    expect((await world.link(ada, entitlementId, assetId)).status).toBe(403);
  });

  test('403 for a right whose time is over; 422 for a wrong body', async () => {
    const { entitlementId, assetId } = await world.grant(ada, 5, { endsAt: new Date(Date.now() - 1000).toISOString() });
    expect((await world.link(ada, entitlementId, assetId)).status).toBe(403);
    expect((await world.call('aria', '/api/downloads/link', { method: 'POST', user: ada, body: '{}' })).status).toBe(
      422,
    );
  });
});

describe('GET /api/downloads/{token}', () => {
  test('leads to the very bytes, under their own name, in part as well', async () => {
    const { url } = await linkFor(10);
    const response = await world.call('aria', url, { user: ada });
    expect(response.status).toBe(303);
    const location = response.headers.get('location') ?? '';
    expect(Number(new URL(location).searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(60);
    const file = await fetch(location);
    expect(await file.text()).toBe(bytes);
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''N%C3%A4chte%20%E2%80%93%201.mp3");
    const part = await fetch(location, { headers: { range: 'bytes=4-8' } });
    expect([part.status, await part.text()]).toEqual([206, 'these']);
  });

  test('401 signed out; every wrong link is the same 403', async () => {
    const first = await linkFor(11);
    const second = await linkFor(12);
    const { url, token, permissionHash: hash } = first;
    const exp = new URLSearchParams(url.split('?')[1]).get('exp') ?? '';
    const wrong = {
      unsigned: `/api/downloads/${token}`,
      'without a hash': `/api/downloads/${token}?exp=${exp}`,
      'with a changed hash': `/api/downloads/${token}?exp=${exp}&h=${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`,
      'with a later expiry': `/api/downloads/${token}?exp=${Number(exp) + 60}&h=${hash}`,
      'with another link’s hash': `/api/downloads/${token}?exp=${exp}&h=${second.permissionHash}`,
      'with another link’s token': `/api/downloads/${second.token}?exp=${exp}&h=${hash}`,
      'with an unknown token': `/api/downloads/unknown?exp=${exp}&h=${hash}`,
    };
    const answers = await Promise.all([
      ...Object.values(wrong).map((address) => world.call('aria', address, { user: ada })),
      world.call('aria', url, { user: 'usr_bob' }),
      world.call('folio', url, { user: ada }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await world.call('aria', url)).status).toBe(401);
    expect((await world.call('aria', url, { user: ada })).status).toBe(303);
  });

  test('403 once the link has run out, or the right was taken back', async () => {
    const { url } = await linkFor(13);
    world.time.offsetMs = 24 * 3600_000 + 1000;
    expect((await world.call('aria', url, { user: ada })).status).toBe(403);
    world.time.offsetMs = 0;
    const { right } = await world.grant(ada, 13);
    await createEntitlementEntity(world.table)
      .put({ ...right, state: 'revoked' })
      .go();
    expect((await world.call('aria', url, { user: ada })).status).toBe(403);
  });

  test('repeats within a day are one use; each is noted; uses come to an end', async () => {
    const { url, entitlementId, assetId } = await linkFor(14);
    for (let turn = 0; turn < 4; turn += 1) expect((await world.call('aria', url, { user: ada })).status).toBe(303);
    const audits = await createAuditEntity(world.table)
      .query.ofEntity({ tenantId: 'aria', entity: entitlementId })
      .go();
    expect(audits.data.map(({ what, by }) => [what, by])).toEqual(Array.from({ length: 4 }, () => ['download', ada]));
    let status = 303;
    let days = 0;
    while (status === 303 && days <= maxUses) {
      days += 1;
      world.time.offsetMs = days * 25 * 3600_000;
      const link = await (await world.link(ada, entitlementId, assetId)).json();
      status = (await world.call('aria', link.url, { user: ada })).status;
    }
    world.time.offsetMs = 0;
    expect([days, status]).toEqual([maxUses, 403]);
  });
});
