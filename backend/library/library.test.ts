import type { EntitlementView, InvoiceView } from '@tessera/contracts/api/library.ts';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createInvoiceEntity } from '../table/invoice.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

interface Page<Item> {
  items: Item[];
  nextCursor?: string;
}
const read = async <Item>(path: string, user: string, tenantId = 'aria'): Promise<Page<Item>> => {
  const response = await world.call(tenantId, path, { user });
  expect(response.status).toBe(200);
  return response.json();
};

describe('GET /api/me/entitlements', () => {
  test('from nothing: an empty list; signed out: 401', async () => {
    expect(await read('/api/me/entitlements', 'usr_nobody')).toEqual({ items: [] });
    expect((await world.call('aria', '/api/me/entitlements')).status).toBe(401);
  });

  test('pages through what a person owns, latest first, and nothing of others', async () => {
    for (let serial = 1; serial <= 5; serial += 1) await world.grant('usr_ada', serial);
    await world.grant('usr_bob', 6);
    const first = await read<EntitlementView>('/api/me/entitlements?limit=3', 'usr_ada');
    const second = await read<EntitlementView>(`/api/me/entitlements?limit=3&cursor=${first.nextCursor}`, 'usr_ada');
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual([
      'Work 5',
      'Work 4',
      'Work 3',
      'Work 2',
      'Work 1',
    ]);
    expect(second.nextCursor).toBeUndefined();
    expect(first.items[0]?.assets).toMatchObject([{ id: 'ast_5', format: 'mp3', actions: ['download', 'play'] }]);
    expect((await read('/api/me/entitlements', 'usr_ada', 'folio')).items).toEqual([]);
  });

  test.each(['limit=0', 'limit=101', 'cursor=nonsense', `cursor=${Buffer.from('{"a":1}').toString('base64url')}`])(
    '422 for %s',
    async (query) => {
      expect((await world.call('aria', `/api/me/entitlements?${query}`, { user: 'usr_ada' })).status).toBe(422);
    },
  );
});

describe('invoices', () => {
  const number = 'A-2026-000001';

  test('a file is reached by its owner alone', async () => {
    const objectKey = `invoices/aria/${number}.pdf`;
    await world.s3.send(new PutObjectCommand({ Bucket: world.bucket, Key: objectKey, Body: '%PDF-1.4' }));
    await createInvoiceEntity(world.table)
      .put({
        tenantId: 'aria',
        userId: 'usr_ada',
        number,
        orderId: 'ord_1',
        orderNumber: 'A-1001',
        issuedAt: '2026-01-01T00:00:00.000Z',
        currency: 'USD',
        totalMinor: '1299',
        objectKey,
      })
      .go();
    const path = `/api/me/invoices/inv_${number}/pdf`;
    const response = await world.call('aria', path, { user: 'usr_ada' });
    expect(response.status).toBe(303);
    const file = await fetch(response.headers.get('location') ?? '');
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['application/pdf', '%PDF-1.4']);
    const refused = await Promise.all([
      world.call('aria', path, { user: 'usr_bob' }),
      world.call('folio', path, { user: 'usr_ada' }),
      world.call('aria', '/api/me/invoices/inv_none/pdf', { user: 'usr_ada' }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await world.call('aria', path)).status).toBe(401);
  });

  test('from nothing: an empty list; signed out: 401', async () => {
    expect(await read<InvoiceView>('/api/me/invoices', 'usr_nobody')).toEqual({ items: [] });
    expect((await world.call('aria', '/api/me/invoices')).status).toBe(401);
  });
});
