import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDownloadWindowEntity } from '../../table/download-window.ts';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import { orderOf, putOrder } from '../testing/orders.ts';
import { startWorld, type CallOptions, type World } from '../testing/world.ts';

let world: World;
let serial = 0;
let orderId = '';
const open: DisputeRecord = {
  id: 'du_1',
  status: 'needs_response',
  inquiry: false,
  reason: 'fraudulent',
  currency: 'USD',
  amountMinor: '1299',
  openedAt: '2026-11-02T00:00:00.000Z',
  dueBy: '2026-11-11T00:00:00.000Z',
};
const put = (dispute: DisputeRecord | undefined) =>
  putOrder(world.table, orderOf('aria', { orderId, state: 'disputed', ...(dispute ? { dispute } : {}) }));
beforeAll(async () => {
  world = await startWorld();
  await createDownloadWindowEntity(world.table)
    .put({
      tenantId: 'aria',
      userId: 'usr_ada',
      entitlementId: 'ent_l1',
      assetId: 'ast_1',
      uses: 2,
      windowEndsAt: 1_793_620_800,
    })
    .go();
});
afterAll(() => world.stop());
beforeEach(async () => {
  orderId = `ord_dispute-${(serial += 1)}`;
  await put(open);
});

const evidence = {
  customerName: 'Ada',
  customerEmail: 'ada@example.com',
  billingAddress: 'US',
  productDescription: 'Tide',
  serviceDate: '2026-11-01',
  accessLog: 'Twice.',
  text: 'She has it.',
};
const answer = (body: unknown = { disputeId: 'du_1', evidence }, options: CallOptions = {}) =>
  world.post(`/api/admin/orders/${orderId}/dispute/answer`, body, options);
const codeOf = async (response: Response) => [response.status, (await response.json()).code];

test('an order’s page shows the claim, when it is due, and what order and access log say for the shop', async () => {
  expect(await world.json(`/api/admin/orders/${orderId}`)).toMatchObject({
    dispute: {
      status: 'needs_response',
      amount: { amountMinor: '1299', currency: 'USD' },
      dueBy: open.dueBy,
      evidence: {
        customerName: 'Ada',
        productDescription: '1 × Tide (MP3) by Nina Vale',
        accessLog: 'Tide: fetched on 2 day(s), the last one beginning 2026-11-01T12:00:00.000Z',
        text: expect.stringContaining('accepted before payment'),
      },
    },
  });
});

test('what a person made of it is written down, once, and told of', async () => {
  const answers = await Promise.all([answer(), answer(), answer()]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409, 409]);
  expect(await codeOf(await answer())).toEqual([409, 'dispute_answered']);
  expect(await world.json(`/api/admin/orders/${orderId}`)).toMatchObject({
    dispute: { evidence: { text: 'She has it.' }, requestedAt: expect.any(String) },
    timeline: [{ what: 'placed' }, { what: 'dispute-answer-requested' }],
  });
  expect(await world.audited(orderId)).toEqual(['dispute.answered by usr_boss']);
});

test('what the provider did not take can be sent again', async () => {
  await put({ ...open, evidence, requestedAt: open.openedAt, failure: 'refused' });
  expect((await answer()).status).toBe(202);
});

test.each<[string, DisputeRecord | undefined, string]>([
  ['no dispute', undefined, 'not_disputed'],
  ['another dispute', { ...open, id: 'du_2' }, 'not_disputed'],
  ['one that was decided', { ...open, status: 'lost' }, 'dispute_closed'],
  ['one that was answered', { ...open, sentAt: open.openedAt }, 'dispute_answered'],
])('409: %s', async (_, dispute, code) => {
  await put(dispute);
  expect(await codeOf(await answer())).toEqual([409, code]);
});

test('422 for saying nothing; 401, 403, and another shop’s order is a missing one', async () => {
  expect((await answer({ disputeId: 'du_1', evidence: { ...evidence, text: ' ' } })).status).toBe(422);
  expect((await answer(undefined, { as: null })).status).toBe(401);
  expect((await answer(undefined, { as: 'usr_s:staff' })).status).toBe(403);
  expect((await answer(undefined, { tenant: 'folio' })).status).toBe(404);
});
