import { movementEntry, type Movement, type MovementKind } from '@tessera/commerce/ledger/provider-entries.ts';
import type { Money } from '@tessera/commerce/money/money.ts';
import { fromPspAmount } from '@tessera/commerce/money/psp-amount.ts';
import type Stripe from 'stripe';
import type { Inbox } from '../../checkout/webhook/inbox.ts';
import { ownerOf } from '../../checkout/webhook/owner.ts';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createLedgerEntryEntity, toLedgerItem } from '../../table/ledger-entry.ts';
import { createRests } from './rests.ts';
import { walkWindows } from './walk-windows.ts';

/** Movements may be listed some time after the second they were made in. */
const overlapSeconds = 15 * 60;
/** What was moved before there were books is in none. */
const lookBackSeconds = 30 * 24 * 3600;
const windowSeconds = 24 * 3600;
const budgetMs = 15_000;
const name = 'provider-balance';

export interface SweepBalanceDeps {
  table: Table;
  stripe: Stripe;
  inbox: Pick<Inbox, 'findOwner'>;
  clock: Clock;
}

export interface SweptBalance {
  booked: number;
  /** Movements that no order of ours explains: for a person to look at. */
  unmatched: string[];
}

/**
 * Takes what moved the provider's balance into the shops' books. Each movement has one entry, whoever sweeps and how often; what a
 * buyer is left owing says where the shop and the provider differ.
 */
export async function sweepBalance({ table, stripe, inbox, clock }: SweepBalanceDeps): Promise<SweptBalance> {
  const entries = createLedgerEntryEntity(table);
  const now = toSeconds(clock());
  const rests = createRests(table, name, now);
  const swept: SweptBalance = { booked: 0, unmatched: [] };
  const walk = { earliest: now - lookBackSeconds, now, overlap: overlapSeconds, window: windowSeconds, budgetMs };

  /** Whether it is in somebody's books from now on. */
  async function book(transaction: Stripe.BalanceTransaction, kind: MovementKind): Promise<boolean> {
    const owner = await ownerOf(transaction.source, inbox);
    if (!owner) return false;
    try {
      const entry = movementEntry({ ...toMovement(transaction, kind), orderId: owner.orderId });
      // Most are known from the sweep before, and a look costs less than a write that is refused.
      const { data: known } = await entries.get({ tenantId: owner.tenantId, entryId: entry.entryId }).go();
      if (known) return true;
      await entries.create(toLedgerItem(owner.tenantId, entry)).go();
      swept.booked += 1;
      return true;
    } catch (error) {
      // An amount that no entry can say: finer than its currency.
      if (error instanceof RangeError) return false;
      if (isConditionFailure(error)) return true;
      throw error;
    }
  }

  await walkWindows(table, name, walk, async (from, until) => {
    const moved = { created: { gte: from, lt: until }, limit: 100, expand: ['data.source'] };
    for await (const transaction of stripe.balanceTransactions.list(moved)) {
      const kind = kindOf(transaction);
      if (kind && (await book(transaction, kind))) continue;
      swept.unmatched.push(transaction.id);
      // Its order may not be recorded yet, as a renewal's; a payout never has one.
      if (kind) await rests.add(transaction.id);
    }
  });
  for (const rest of await rests.due()) {
    const transaction = await stripe.balanceTransactions.retrieve(rest.id, { expand: ['source'] });
    const kind = kindOf(transaction);
    if (!kind || (await book(transaction, kind))) await rests.done(rest.id);
    else await rests.failed(rest);
  }
  return swept;
}

function kindOf({ type, reporting_category: category }: Stripe.BalanceTransaction): MovementKind | undefined {
  if (type === 'charge' || type === 'payment') return 'charge';
  if (type === 'refund' || type === 'payment_refund') return 'refund';
  if (type === 'refund_failure' || type === 'payment_failure_refund') return 'refund-failed';
  if (category === 'dispute') return 'dispute';
  return category === 'dispute_reversal' ? 'dispute-reversed' : undefined;
}

function toMovement(transaction: Stripe.BalanceTransaction, kind: MovementKind): Movement {
  const { id, amount, fee, currency, created } = transaction;
  const original = originalOf(transaction);
  return {
    id,
    kind,
    at: new Date(created * 1000).toISOString(),
    amount: fromPspAmount(amount, currency),
    feeMinor: fromPspAmount(fee, currency).amountMinor,
    ...(original ? { original } : {}),
  };
}

/** What the buyer's card was charged or given, with the sign the balance has it. */
function originalOf({ source, amount }: Stripe.BalanceTransaction): Money | undefined {
  if (source === null || typeof source === 'string' || !('amount' in source) || !('currency' in source))
    return undefined;
  if (typeof source.amount !== 'number' || typeof source.currency !== 'string') return undefined;
  return fromPspAmount(Math.sign(amount) * source.amount, source.currency);
}
