import type { TransactWriteEntities } from 'electrodb';
import type { createCounterEntity } from '../../table/counter.ts';
import type { OrderRecord } from '../../table/order-record.ts';

type Counters = ReturnType<typeof createCounterEntity>;

/** Invoices, those too that take a credit note back, are numbered by themselves, and so are credit notes: each a year. */
export type Series = 'invoices' | 'credit-notes';

const infixes: Readonly<Record<Series, string>> = { invoices: '', 'credit-notes': 'CN-' };

export interface NextDocument {
  number: string;
  issuedAt: string;
  objectKey: string;
  /**
   * Takes the number, in the transaction that issues the document: both or neither, so the series has no gap.
   *
   *   counter  next = n ── IF next = n ──> n + 1
   */
  take(tx: TransactWriteEntities<{ counters: Counters }>): ReturnType<typeof taking>;
}

/** The number that a document issued now would have; another one may be faster. */
export async function nextOf(counters: Counters, series: Series, order: OrderRecord, now: Date): Promise<NextDocument> {
  const { tenantId } = order;
  const issuedAt = now.toISOString();
  const year = issuedAt.slice(0, 4);
  const name = `${series}-${year}`;
  const { data } = await counters.get({ tenantId, name }).go({ consistent: true });
  const next = data?.next ?? 1;
  const number = `${order.number.charAt(0)}-${infixes[series]}${year}-${String(next).padStart(6, '0')}`;
  return {
    number,
    issuedAt,
    objectKey: `invoices/${tenantId}/${number}.pdf`,
    take: (tx) => taking(tx, { tenantId, name }, next),
  };
}

const taking = (
  { counters }: TransactWriteEntities<{ counters: Counters }>,
  counter: { tenantId: string; name: string },
  next: number,
) =>
  counters
    .upsert({ ...counter, next: next + 1 })
    .where((given, { eq, notExists }) => (next === 1 ? notExists(given.next) : eq(given.next, next)))
    .commit();
