import { AdminDiscount, type DiscountRule } from '@tessera/contracts/api/discounts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDiscountUseEntity } from '../../table/discount-use.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const rule = (over: Partial<DiscountRule> = {}): DiscountRule => ({
  name: 'Spring',
  offer: { kind: 'percent', percent: '20' },
  scope: { kind: 'order' },
  validFrom: '2026-01-01T00:00:00.000Z',
  minimum: { subtotals: [] },
  combinable: true,
  priority: 0,
  oncePerCustomer: false,
  firstOrderOnly: false,
  renewals: 'once',
  ...over,
});
const create = (body: unknown, tenant = 'aria') => world.post('/api/admin/discounts', body, { tenant });
const created = async (body: unknown) => AdminDiscount.parse(await (await create(body)).json());
const List = z.object({ items: z.array(AdminDiscount) });

describe('a discount', () => {
  test('is made with its code, listed with its state, and on record', async () => {
    const answer = await create({ method: 'code', code: 'spring 20', rule: rule() });
    expect(answer.status).toBe(201);
    const made = AdminDiscount.parse(await answer.json());
    expect(made).toMatchObject({ code: 'SPRING20', state: 'running', used: 0, revision: 1 });
    const { items } = List.parse(await world.json('/api/admin/discounts'));
    expect(items[0]).toEqual(made);
    expect(await world.audited(made.id)).toEqual(['discount.created by usr_boss']);
    expect(List.parse(await world.json('/api/admin/discounts', { tenant: 'folio' })).items).toEqual([]);
  });

  test('has a code to itself in its shop; another shop has its own', async () => {
    const body = { method: 'code', code: 'RACE', rule: rule() };
    const answers = await Promise.all([create(body), create(body), create(body, 'folio')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409]);
    expect((await (await create(body)).json()).code).toBe('code_taken');
  });

  test.each([
    ['body.rule.validUntil', rule({ validUntil: '2025-01-01T00:00:00.000Z' })],
    ['body.rule.renewals', rule({ renewals: 'forever', offer: { kind: 'free-delivery' } })],
    ['body.rule.offer.percent', rule({ offer: { kind: 'percent', percent: '100.01' } })],
    ['body.rule.offer.percent', rule({ offer: { kind: 'percent', percent: '0' } })],
    ['body.rule.cap', rule({ cap: 0 })],
    [
      'body.rule.offer.amounts.0',
      rule({ offer: { kind: 'amount', amounts: [{ amountMinor: '1', currency: 'XAF' }] } }),
    ],
    ['body.rule.name', rule({ name: ' ' })],
  ])('says at %s what is wrong', async (path, given) => {
    const answer = await create({ method: 'automatic', rule: given });
    expect([answer.status, (await answer.json()).errors[0].path]).toEqual([422, path]);
  });

  test('is changed under its revision; a cap is neither added nor taken away', async () => {
    const { id } = await created({ method: 'automatic', rule: rule({ cap: 5 }) });
    const change = (body: unknown) => world.call('PUT', `/api/admin/discounts/${id}`, { body });
    const changed = await change({ rule: rule({ name: 'Summer', cap: 7 }), revision: 1 });
    expect(await changed.json()).toMatchObject({ revision: 2, rule: { name: 'Summer', cap: 7 } });
    expect((await change({ rule: rule({ cap: 9 }), revision: 1 })).status).toBe(412);
    expect((await (await change({ rule: rule(), revision: 2 })).json()).errors[0].path).toBe('body.rule.cap');
    expect(
      (await world.call('PUT', `/api/admin/discounts/${id}`, { tenant: 'folio', body: { rule: rule(), revision: 1 } }))
        .status,
    ).toBe(404);
  });

  test('is scheduled, running, used up and ended; what is ended stays so', async () => {
    const later = await created({ method: 'automatic', rule: rule({ validFrom: '2099-01-01T00:00:00.000Z' }) });
    expect(later.state).toBe('scheduled');
    const end = (id: string) => world.post(`/api/admin/discounts/${id}/end`, undefined);
    expect((await (await end(later.id)).json()).state).toBe('ended');
    const capped = await created({ method: 'automatic', rule: rule({ cap: 2 }) });
    await createDiscountUseEntity(world.table)
      .put({ tenantId: 'aria', discountId: capped.id, shard: 'cap', used: 2 })
      .go();
    const { items } = List.parse(await world.json('/api/admin/discounts'));
    expect(items.find(({ id }) => id === capped.id)).toMatchObject({ state: 'used-up', used: 2 });
    const ended = await (await end(capped.id)).json();
    expect(ended.state).toBe('ended');
    expect(await (await end(capped.id)).json()).toEqual(ended);
    expect((await end('dsc_none')).status).toBe(404);
  });
});

describe('single-use codes', () => {
  test('are made in a batch, no two alike, and listed', async () => {
    const { id } = await created({ method: 'code', rule: rule() });
    const make = (count: number) => world.post(`/api/admin/discounts/${id}/codes`, { count });
    const { codes } = z.object({ codes: z.array(z.string()) }).parse(await (await make(120)).json());
    expect(new Set(codes).size).toBe(120);
    for (const code of codes) expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const listed = await world.json(`/api/admin/discounts/${id}/codes`);
    expect(listed).toEqual({ items: codes.toSorted().map((code) => ({ code, used: false })) });
    expect((await make(0)).status).toBe(422);
    expect((await make(501)).status).toBe(422);
    const automatic = await created({ method: 'automatic', rule: rule() });
    expect((await world.post(`/api/admin/discounts/${automatic.id}/codes`, { count: 1 })).status).toBe(409);
  });
});
