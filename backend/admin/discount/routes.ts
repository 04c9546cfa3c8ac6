import { discountsApi, type DiscountRule } from '@tessera/contracts/api/discounts.ts';
import { conflict, invalid, notFound, staleVersion } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { DiscountRecord } from '../../table/discount-record.ts';
import type { ScopeOf, TenantScope } from '../deps.ts';
import { may } from '../roles.ts';
import { newCodes } from './new-codes.ts';
import { toView } from './view.ts';

/** More would take long to list; another discount holds the next ones. */
const maxSingleUseCodes = 10_000;

export function implementDiscounts({ implement }: SliceApp, scopeOf: ScopeOf): void {
  const manage = { roles: may.manage };

  implement(
    discountsApi.discounts,
    async ({ tenantId }) => {
      const scope = scopeOf(tenantId);
      const records = await scope.discounts.list();
      return { status: 200, body: { items: await Promise.all(records.map((record) => present(scope, record))) } };
    },
    { roles: may.readShop },
  );

  implement(
    discountsApi.createDiscount,
    async ({ tenantId, body, claims }) => {
      const scope = scopeOf(tenantId);
      const { method, code, rule } = body;
      if (method === 'automatic' && code !== undefined)
        throw invalid([{ path: 'body.code', message: 'belongs to discounts that are entered' }]);
      await requireSold(scope, rule);
      const record: DiscountRecord = {
        discountId: scope.newId('dsc'),
        method,
        rule,
        ...(code === undefined ? {} : { code }),
        singleUseCodes: 0,
        createdAt: scope.clock().toISOString(),
        revision: 1,
      };
      if ((await scope.discounts.create(record)) === 'taken')
        throw conflict('code_taken', 'Another discount has this code.');
      await scope.audit({ entity: record.discountId, what: 'discount.created', data: { ...body } }, claims);
      return { status: 201, body: await present(scope, record) };
    },
    manage,
  );

  implement(
    discountsApi.changeDiscount,
    async ({ tenantId, params, body, claims }) => {
      const scope = scopeOf(tenantId);
      const record = await requireDiscount(scope, params.id);
      await requireSold(scope, body.rule);
      // Uses under a cap are counted apart, so those from before would not count.
      if ((record.rule.cap === undefined) !== (body.rule.cap === undefined))
        throw invalid([
          { path: 'body.rule.cap', message: 'can be raised or lowered, but neither added nor taken away' },
        ]);
      const changed = { ...record, rule: body.rule, revision: body.revision + 1 };
      await save(scope, changed);
      const data = { before: record.rule, after: body.rule };
      await scope.audit({ entity: record.discountId, what: 'discount.changed', data }, claims);
      return { status: 200, body: await present(scope, changed) };
    },
    manage,
  );

  implement(
    discountsApi.endDiscount,
    async ({ tenantId, params, claims }) => {
      const scope = scopeOf(tenantId);
      const record = await requireDiscount(scope, params.id);
      const now = scope.clock();
      if ((await present(scope, record)).state === 'ended') return { status: 200, body: await present(scope, record) };
      const ended = { ...record, rule: endedAt(record.rule, now), revision: record.revision + 1 };
      await save(scope, ended);
      await scope.audit({ entity: record.discountId, what: 'discount.ended' }, claims);
      return { status: 200, body: await present(scope, ended) };
    },
    manage,
  );

  implement(
    discountsApi.makeDiscountCodes,
    async ({ tenantId, params, body, claims }) => {
      const scope = scopeOf(tenantId);
      const record = await requireDiscount(scope, params.id);
      if (record.method !== 'code') throw conflict('no_codes', 'This discount comes by itself and takes no codes.');
      const singleUseCodes = record.singleUseCodes + body.count;
      if (singleUseCodes > maxSingleUseCodes)
        throw conflict('too_many_codes', 'This discount has ten thousand codes. Make another one.');
      await save(scope, { ...record, singleUseCodes, revision: record.revision + 1 });
      const codes = newCodes(body.count);
      await scope.discounts.addCodes(record.discountId, codes);
      const data = { count: body.count };
      await scope.audit({ entity: record.discountId, what: 'discount.codes-made', data }, claims);
      return { status: 201, body: { codes } };
    },
    manage,
  );

  implement(
    discountsApi.discountCodes,
    async ({ tenantId, params }) => {
      const scope = scopeOf(tenantId);
      const { discountId } = await requireDiscount(scope, params.id);
      return { status: 200, body: { items: await scope.discounts.listCodes(discountId) } };
    },
    manage,
  );
}

const present = async ({ discounts, clock }: TenantScope, record: DiscountRecord) =>
  toView(record, await discounts.usesOf(record.discountId), clock());

async function requireDiscount({ discounts }: TenantScope, id: string): Promise<DiscountRecord> {
  const record = await discounts.find(id);
  if (!record) throw notFound();
  return record;
}

async function save({ discounts }: TenantScope, record: DiscountRecord): Promise<void> {
  if ((await discounts.save(record)) === 'stale')
    throw staleVersion('discount_stale', 'This discount was changed meanwhile. Look at it again.');
}

/** Sums in currencies that the shop does not sell in would never count. */
async function requireSold({ requireTenant }: TenantScope, { offer, minimum }: DiscountRule): Promise<void> {
  const { currencies } = (await requireTenant()).profile;
  const given = [
    ...(offer.kind === 'amount' ? at('body.rule.offer.amounts', offer.amounts) : []),
    ...at('body.rule.minimum.subtotals', minimum.subtotals),
  ];
  const errors = given
    .filter(({ currency }) => !currencies.includes(currency))
    .map(({ path }) => ({ path, message: 'is in a currency that the shop does not sell in' }));
  if (errors.length > 0) throw invalid(errors);
}

const at = (path: string, sums: readonly { currency: string }[]) =>
  sums.map(({ currency }, index) => ({ path: `${path}.${index}`, currency }));

/** One that has not begun never does. */
function endedAt(rule: DiscountRule, now: Date): DiscountRule {
  const begun = Date.parse(rule.validFrom) < now.getTime();
  return {
    ...rule,
    validUntil: now.toISOString(),
    ...(begun ? {} : { validFrom: new Date(now.getTime() - 1).toISOString() }),
  };
}
