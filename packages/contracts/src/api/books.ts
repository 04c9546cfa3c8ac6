import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { MoneyWire } from '../money.ts';

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'is a month such as 2026-11');

export const Books = z
  .object({
    /** `2026-11`, in UTC. */
    month: z.string(),
    /** What moved in the month. `psp_clearing`, `tax_payable:US-CA`, `creator:aria:pending`. */
    accounts: z.array(
      z.object({
        account: z.string(),
        debit: MoneyWire,
        credit: MoneyWire,
        /** Debit less credit. */
        balance: MoneyWire,
      }),
    ),
    /** Whether debits and credits of each currency are the same. */
    balanced: z.boolean(),
    /** Orders of the month on which shop and provider do not agree (yet): what a buyer is left owing, or is owed. */
    open: z.array(z.object({ orderId: z.string(), receivable: MoneyWire })),
  })
  .meta({ id: 'Books' });

const wanted = { query: z.object({ month: Month.optional() }), errors: [401, 403], security: 'role' } as const;

export const booksApi = {
  books: endpoint({
    method: 'get',
    path: '/api/admin/books',
    summary: 'The shop’s books of a month, by account and currency',
    ok: { 200: Books },
    ...wanted,
  }),
  booksFile: endpoint({
    method: 'get',
    path: '/api/admin/books/entries.csv',
    summary: 'Every posting of a month as a CSV file',
    ok: { 200: 'One line for each posting: entry, instant, order, account, currency, debit, credit' },
    ...wanted,
  }),
} as const;
