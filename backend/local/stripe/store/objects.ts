import type { DatabaseSync } from 'node:sqlite';
import type Stripe from 'stripe';

/** Every kind of object the server keeps, by the value of its `object` field. */
export interface Kinds {
  balance_transaction: Stripe.BalanceTransaction;
  charge: Stripe.Charge;
  'checkout.session': Stripe.Checkout.Session;
  coupon: Stripe.Coupon;
  customer: Stripe.Customer;
  dispute: Stripe.Dispute;
  event: Stripe.Event;
  invoice: Stripe.Invoice;
  invoice_payment: Stripe.InvoicePayment;
  item: Stripe.LineItem;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  price: Stripe.Price;
  product: Stripe.Product;
  refund: Stripe.Refund;
  subscription: Stripe.Subscription;
  'test_helpers.test_clock': Stripe.TestHelpers.TestClock;
  webhook_endpoint: Stripe.WebhookEndpoint;
}
export type Kind = keyof Kinds;
export type StoredObject = Kinds[Kind];

/** Top-level fields an object must equal; an array means one of its values. */
export type Match = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** Epoch seconds, either end left open. */
export interface CreatedRange {
  gt?: number | undefined;
  gte?: number | undefined;
  lt?: number | undefined;
  lte?: number | undefined;
}

export interface PageQuery {
  match?: Match;
  created?: CreatedRange | undefined;
  limit: number;
  startingAfter?: string | undefined;
  endingBefore?: string | undefined;
}

export type ObjectStore = ReturnType<typeof createObjectStore>;

/** Objects as JSON documents, in the order they were made. */
export function createObjectStore(db: DatabaseSync) {
  const upsert = db.prepare(
    'INSERT INTO objects (id, kind, parent, json) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
  );
  const byId = db.prepare('SELECT json FROM objects WHERE id = ?');
  const byKindAndId = db.prepare('SELECT json FROM objects WHERE kind = ? AND id = ?');
  const ofParent = db.prepare('SELECT json FROM objects WHERE parent = ? AND kind = ? ORDER BY seq');
  const remove = db.prepare('DELETE FROM objects WHERE id = ?');
  const sequenceOf = db.prepare('SELECT seq FROM objects WHERE id = ?');

  return {
    /** Writes an object; `parent` (for line items) is fixed by the first write. */
    put<T extends StoredObject>(object: T, parent?: string): T {
      upsert.run(object.id, object.object, parent ?? null, JSON.stringify(object));
      return object;
    },

    find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
      return fromRow<Kinds[K]>(byKindAndId.get(kind, id));
    },

    findAny(id: string): StoredObject | undefined {
      return fromRow<StoredObject>(byId.get(id));
    },

    delete(id: string): void {
      remove.run(id);
    },

    /** In the order they were made. */
    children<K extends Kind>(parent: string, kind: K): Kinds[K][] {
      return ofParent.all(parent, kind).flatMap((row) => fromRow<Kinds[K]>(row) ?? []);
    },

    /** Newest first; one more than `limit` is never returned, `hasMore` says whether there was one. */
    page<K extends Kind>(kind: K, query: PageQuery): { items: Kinds[K][]; hasMore: boolean } {
      const { where, values } = toConditions(query.match ?? {});
      for (const [name, sign] of Object.entries(comparisons)) {
        const limit = query.created?.[name as keyof CreatedRange];
        if (limit === undefined) continue;
        where.push(`json_extract(json, '$.created') ${sign} ?`);
        values.push(limit);
      }
      const cursor = query.startingAfter ?? query.endingBefore;
      const backwards = query.startingAfter === undefined && query.endingBefore !== undefined;
      if (cursor !== undefined) {
        where.push(backwards ? 'seq > ?' : 'seq < ?');
        values.push(Number(sequenceOf.get(cursor)?.['seq'] ?? 0));
      }
      const sql = `SELECT json FROM objects WHERE ${['kind = ?', ...where].join(' AND ')} ORDER BY seq ${backwards ? 'ASC' : 'DESC'} LIMIT ?`;
      const rows = db.prepare(sql).all(kind, ...values, query.limit + 1);
      const items = rows.slice(0, query.limit).flatMap((row) => fromRow<Kinds[K]>(row) ?? []);
      return { items: backwards ? items.reverse() : items, hasMore: rows.length > query.limit };
    },
  };
}

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const satisfies Record<keyof CreatedRange, string>;

function toConditions(match: Match): { where: string[]; values: (string | number)[] } {
  const where: string[] = [];
  const values: (string | number)[] = [];
  for (const [field, wanted] of Object.entries(match)) {
    if (wanted === undefined) continue;
    const options = Array.isArray(wanted) ? wanted : [wanted];
    where.push(`json_extract(json, '$.' || ?) IN (${options.map(() => '?').join(', ')})`);
    values.push(
      field,
      ...options.map((value: string | boolean) => (typeof value === 'boolean' ? Number(value) : value)),
    );
  }
  return { where, values };
}

/** The rows are our own writing, so their type is known and not checked again. */
function fromRow<T>(row: Record<string, unknown> | undefined): T | undefined {
  return row && (JSON.parse(String(row['json'])) as T);
}
