import { standingOf, type Standing } from '@tessera/commerce/subscription/standing.ts';
import type { EntitlementRecord } from '../../table/entitlement-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { SubscriptionRecord } from '../../table/subscription-record.ts';
import type { TenantScope } from '../deps.ts';
import { claimOf, linesGone, type ClaimState } from '../payment/settled-state.ts';
import { recordRenewals } from './record-renewals.ts';

/** While its order stands so, a subscription opens what it opens. */
const standing = new Set<OrderRecord['state']>(['paid', 'fulfilled', 'partially_refunded']);

/** After these its money went back, so there is nothing to renew. */
const undone = new Set<OrderRecord['state']>(['refunded', 'needs_review', 'expired', 'cancelled']);

/**
 * Brings a subscription, the rights that hang on it, and the orders of its renewals to what the provider says now; in any order of
 * news, any number of times.
 */
export async function reconcileSubscription(
  scope: TenantScope,
  order: OrderRecord,
  subscriptionId: string,
): Promise<SubscriptionRecord | undefined> {
  const claim = claimOn(await recordRenewals(scope, order, subscriptionId));
  if (claim === 'lost' || (await hasNothingToRenew(scope, order)))
    await scope.payments.subscriptions.end(subscriptionId);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const known = await scope.subscriptions.find(order.userId, order.orderId);
    const facts = standingAndPeriod(await scope.payments.subscriptions.read(subscriptionId));
    const rights = await changedRights(scope, order, { ...facts, claim });
    const next = toRecord(order, subscriptionId, facts, known);
    if (!next) return known;
    if (known && isSame(known, next) && rights.length === 0) break;
    if ((await scope.subscriptions.save(next, rights)) === 'saved') break;
    await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** Math.min(attempt, 6)));
  }
  return scope.subscriptions.find(order.userId, order.orderId);
}

/** The order's money went back, or that of every line that recurs: what is left of it was bought once. */
async function hasNothingToRenew(scope: TenantScope, order: OrderRecord): Promise<boolean> {
  if (order.state !== 'partially_refunded') return undone.has(order.state);
  const gone = linesGone(order, await scope.orders.refundsOf(order));
  return order.frozen.lines.every(({ id, interval }) => interval === undefined || gone.has(id));
}

type Facts = Standing & { periodEnd: string };

const standingAndPeriod = (provider: Parameters<typeof standingOf>[0]): Facts => ({
  ...standingOf(provider),
  periodEnd: provider.periodEnd,
});

/**
 * The worst of what banks say of its renewals: whoever disputes one has what it opens suspended, as with a first payment, and who had the
 * money back has ended it.
 */
function claimOn(renewals: readonly OrderRecord[]): ClaimState {
  const claims = renewals.map(({ dispute }) => claimOf(dispute));
  return claims.find((claim) => claim === 'lost') ?? claims.find((claim) => claim === 'open') ?? 'over';
}

/** While an order is disputed its rights are that dispute's business. */
function dueTo(order: OrderRecord, facts: Facts & { claim: ClaimState }): EntitlementRecord['state'] | undefined {
  if (undone.has(order.state) || facts.claim === 'lost') return 'revoked';
  if (facts.claim === 'open' && facts.entitlement === 'granted') return 'suspended';
  return standing.has(order.state) ? facts.entitlement : undefined;
}

async function changedRights(
  scope: TenantScope,
  order: OrderRecord,
  facts: Facts & { claim: ClaimState },
): Promise<EntitlementRecord[]> {
  const state = dueTo(order, facts);
  if (!state) return [];
  const rights = await scope.subscriptions.rightsOf(order);
  // A line that was refunded stays so, whatever its subscription says.
  return rights
    .filter((right) => !(order.state === 'partially_refunded' && right.state === 'revoked'))
    .filter((right) => right.state !== state || right.endsAt !== facts.validUntil)
    .map((right) => ({ ...right, state, endsAt: facts.validUntil }));
}

function toRecord(
  order: OrderRecord,
  providerId: string,
  { state, periodEnd, validUntil }: Facts,
  known: SubscriptionRecord | undefined,
): SubscriptionRecord | undefined {
  const { renewal, lines } = order.frozen;
  if (!renewal) return undefined;
  const { interval, total, tax } = renewal;
  return {
    tenantId: order.tenantId,
    userId: order.userId,
    orderId: order.orderId,
    providerId,
    startedAt: known?.startedAt ?? order.paidAt ?? order.placedAt,
    lines: lines.filter((line) => line.interval !== undefined),
    renewal: { interval, total, tax },
    revision: (known?.revision ?? 0) + 1,
    state,
    periodEnd,
    validUntil,
  };
}

const isSame = (a: SubscriptionRecord, b: SubscriptionRecord): boolean =>
  a.state === b.state && a.periodEnd === b.periodEnd && a.validUntil === b.validUntil;
