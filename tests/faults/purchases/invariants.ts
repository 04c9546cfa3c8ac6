import { trialBalance } from '@tessera/commerce/ledger/trial-balance.ts';
import { createEntitlementEntity } from '../../../backend/table/entitlement.ts';
import { monthsBetween, readLedger } from '../../../backend/table/ledger-reader.ts';
import type { OrderRecord } from '../../../backend/table/order-record.ts';
import { createStockEntity } from '../../../backend/table/stock.ts';
import { createWalletEntity } from '../../../backend/table/wallet.ts';
import { WalletRecord } from '../../../backend/table/wallet-record.ts';
import type { Intent } from './shopper.ts';
import { limited, tenantIds, type World } from './world.ts';

/** What is broken, a sentence each; empty where all holds. */
export interface Findings {
  /** Money that was kept without an order that says so. */
  lost: string[];
  /** Paid twice for one intent, granted twice, or sold under one number. */
  double: string[];
  /** Rights without payment, or payment without rights. */
  rights: string[];
  stock: string[];
  /** Books that are out of balance, or say another thing than the payment server’s. */
  books: string[];
  /** What was neither finished nor given up. */
  open: string[];
}

export interface Tally {
  paid: number;
  refunded: number;
  expired: number;
  cancelled: number;
  review: number;
}

const settled = new Set(['paid', 'fulfilled', 'partially_refunded']);

/** Holds the shops' table against the payment server's books. */
export async function check(world: World, intents: readonly Intent[]): Promise<{ findings: Findings; tally: Tally }> {
  const findings: Findings = { lost: [], double: [], rights: [], stock: [], books: [], open: [] };
  const orders = await allOrders(world);
  const payments = await paymentsOf(world);
  checkPayments(orders, payments, findings);
  checkIntents(orders, intents, findings);
  for (const order of orders.values()) await checkRights(world, order, findings);
  for (const intent of intents) await checkWallet(world, intent, orders, findings);
  await checkStock(world, [...orders.values()], findings);
  await checkBooks(world, findings);
  for (const { orderId, state } of orders.values())
    if (state === 'pending' || state === 'pending_async') findings.open.push(`${orderId} is still ${state}`);
  const count = (...states: string[]): number =>
    [...orders.values()].filter(({ state }) => states.includes(state)).length;
  return {
    findings,
    tally: {
      paid: count(...settled),
      refunded: count('refunded'),
      expired: count('expired'),
      cancelled: count('cancelled'),
      review: count('needs_review'),
    },
  };
}

async function allOrders(world: World): Promise<Map<string, OrderRecord>> {
  const span = { from: '2000-01-01', until: '2100-01-01' };
  const orders = await Promise.all(tenantIds.map((tenantId) => world.scope(tenantId).orders.listPlaced(span)));
  return new Map(orders.flat().map((order) => [order.orderId, order]));
}

interface Payment {
  id: string;
  orderId: string;
  amount: number;
  currency: string;
  refunded: number;
}

async function paymentsOf({ stripe }: World): Promise<Payment[]> {
  const payments: Payment[] = [];
  for await (const intent of stripe.paymentIntents.list({ limit: 100 })) {
    const { id, status, metadata, latest_charge: latest } = intent;
    if (status !== 'succeeded' || typeof latest !== 'string') continue;
    const charge = await stripe.charges.retrieve(latest);
    const { amount, currency, amount_refunded: refunded } = charge;
    payments.push({ id, orderId: metadata['order_id'] ?? '', amount, currency: currency.toUpperCase(), refunded });
  }
  return payments;
}

/** Both currencies of these shops have the exponent the payment server counts in. */
function checkPayments(orders: Map<string, OrderRecord>, payments: readonly Payment[], findings: Findings): void {
  const kept = new Map<string, string>();
  for (const { id, orderId, amount, currency, refunded } of payments) {
    const order = orders.get(orderId);
    if (refunded === amount) {
      if (order && order.state !== 'refunded')
        findings.open.push(`${orderId} is ${order.state}, its payment given back`);
      continue;
    }
    if (!order) findings.lost.push(`${id} paid for ${orderId}, which does not exist`);
    else if (!settled.has(order.state)) findings.lost.push(`${id} paid for ${orderId}, which is ${order.state}`);
    else if (order.currency !== currency || BigInt(order.totalMinor) !== BigInt(amount))
      findings.lost.push(`${id} paid ${amount} ${currency} for ${orderId} of ${order.totalMinor} ${order.currency}`);
    else if (BigInt(order.refundedMinor ?? '0') !== BigInt(refunded))
      findings.lost.push(`${refunded} of ${id} were given back, ${orderId} says ${order.refundedMinor ?? '0'}`);
    if (kept.has(orderId)) findings.double.push(`${orderId} was paid by ${kept.get(orderId)} and by ${id}`);
    kept.set(orderId, id);
  }
  for (const { orderId, state } of orders.values())
    if (settled.has(state) && !kept.has(orderId)) findings.rights.push(`${orderId} is ${state}, and nobody paid`);
}

function checkIntents(orders: Map<string, OrderRecord>, intents: readonly Intent[], findings: Findings): void {
  const all = [...orders.values()];
  for (const { tenantId, user, end } of intents) {
    const paid = all.filter(
      (order) => order.tenantId === tenantId && order.userId === user && settled.has(order.state),
    );
    if (paid.length > 1) findings.double.push(`${user} paid for ${paid.map(({ orderId }) => orderId).join(' and ')}`);
    const given = all.some((order) => order.userId === user && order.state === 'refunded');
    if (end === 'paid' && paid.length === 0 && !given)
      findings.lost.push(`${user} was told to have paid, and has nothing`);
  }
  const numbers = all.map(({ tenantId, number }) => `${tenantId} ${number}`);
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  for (const number of twice) findings.double.push(`there are two orders ${number}`);
}

async function checkRights({ table }: World, order: OrderRecord, findings: Findings): Promise<void> {
  const { tenantId, orderId } = order;
  const { data } = await createEntitlementEntity(table).query.ofOrder({ tenantId, orderId }).go({ pages: 'all' });
  const granted = data.filter(({ state }) => state === 'granted').map(({ lineId }) => lineId);
  const due = settled.has(order.state) ? order.frozen.lines.filter((line) => !line.tokens).map(({ id }) => id) : [];
  if (granted.toSorted().join() !== due.toSorted().join())
    findings.rights.push(
      `${orderId} is ${order.state} and gives ${granted.join() || 'nothing'}, not ${due.join() || 'nothing'}`,
    );
}

async function checkWallet(
  { table }: World,
  { tenantId, user: userId }: Intent,
  orders: Map<string, OrderRecord>,
  findings: Findings,
): Promise<void> {
  const { data } = await createWalletEntity(table).get({ tenantId, userId }).go();
  const lots = data ? WalletRecord.parse(data).wallet.lots : [];
  const has = lots.reduce((sum, { left }) => sum + left, 0);
  const due = [...orders.values()]
    .filter((order) => order.tenantId === tenantId && order.userId === userId && settled.has(order.state))
    .flatMap(({ frozen }) => frozen.lines)
    .reduce((sum, { tokens, quantity }) => sum + (tokens ? tokens.amount * quantity : 0), 0);
  if (has !== due) findings.rights.push(`${userId} has ${has} tokens of ${due}`);
}

async function checkStock({ table, stock }: World, orders: readonly OrderRecord[], findings: Findings): Promise<void> {
  const { data } = await createStockEntity(table).get({ tenantId: 'aria', productId: limited }).go();
  const available = data?.available ?? 0;
  const sold = orders
    .filter(({ stockHeld }) => stockHeld)
    .flatMap(({ frozen }) => frozen.lines)
    .reduce((sum, { productId, quantity }) => sum + (productId === limited ? quantity : 0), 0);
  if (available < 0 || available + sold !== stock)
    findings.stock.push(`${stock} pieces: ${sold} sold and ${available} left`);
}

/** Each currency sums to zero, no buyer owes or is owed, and what is with the provider is what it says it has. */
async function checkBooks(world: World, findings: Findings): Promise<void> {
  const months = monthsBetween('2025-01', '2100-01').filter((month) => month <= world.month());
  const books = await Promise.all(tenantIds.map((tenantId) => readLedger(world.table, tenantId, months)));
  const entries = books.flat();
  for (const [currency, difference] of trialBalance(entries).differences)
    if (difference !== 0n) findings.books.push(`${currency} is ${difference} out of balance`);
  const byOrder = Map.groupBy(entries, ({ orderId }) => orderId ?? '');
  for (const [orderId, own] of byOrder)
    for (const { account, balanceMinor } of trialBalance(own).accounts)
      if (account === 'buyer_receivable' && balanceMinor !== 0n)
        findings.books.push(`the buyer of ${orderId} is booked with ${balanceMinor}`);
  const provider = new Map<string, bigint>();
  for await (const { currency, net } of world.stripe.balanceTransactions.list({ limit: 100 }))
    provider.set(currency.toUpperCase(), (provider.get(currency.toUpperCase()) ?? 0n) + BigInt(net));
  for (const { account, currency, balanceMinor } of trialBalance(entries).accounts)
    if (account === 'psp_clearing' && balanceMinor !== provider.get(currency))
      findings.books.push(
        `${balanceMinor} ${currency} are with the provider by our books, ${provider.get(currency)} by its own`,
      );
}
