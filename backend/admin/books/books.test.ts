import { saleEntry } from '@tessera/commerce/ledger/order-entries.ts';
import { movementEntry } from '@tessera/commerce/ledger/provider-entries.ts';
import { money } from '@tessera/commerce/money/money.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLedgerEntryEntity, toLedgerItem } from '../../table/ledger-entry.ts';
import { startWorld, type World } from '../testing/world.ts';
import { toCsv } from './csv.ts';
import { toEntriesFile } from './entries-file.ts';

let world: World;
const at = '2026-03-31T23:59:00.000Z';
const tomorrow = '2026-04-01T00:05:00.000Z';

beforeAll(async () => {
  world = await startWorld();
  const sold = { at, currency: 'USD', totalMinor: 1383n, taxes: [{ jurisdiction: 'US-WA', taxMinor: 84n }] };
  const charge = { kind: 'charge', amount: money(1383n, 'USD'), feeMinor: 70n } as const;
  const entries = [
    saleEntry({ ...sold, orderId: 'ord_agreed', creatorId: 'aria' }),
    movementEntry({ ...charge, id: 'txn_1', orderId: 'ord_agreed', at: tomorrow }),
    saleEntry({ ...sold, orderId: 'ord_waits', creatorId: 'aria' }),
  ];
  const ledger = createLedgerEntryEntity(world.table);
  for (const entry of entries) await ledger.create(toLedgerItem('aria', entry)).go();
});
afterAll(() => world.stop());

test('a month by account; an order is open only where its payment is in no month beside it', async () => {
  const answer = await world.get('/api/admin/books?month=2026-03');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    month: '2026-03',
    accounts: [
      { account: 'buyer_receivable', debit: usd('2766'), credit: usd('0'), balance: usd('2766') },
      { account: 'creator:aria:pending', debit: usd('0'), credit: usd('2598'), balance: usd('-2598') },
      { account: 'tax_payable:US-WA', debit: usd('0'), credit: usd('168'), balance: usd('-168') },
    ],
    balanced: true,
    open: [{ orderId: 'ord_waits', receivable: usd('1383') }],
  });
});

test('every posting as a file, in whole units, and only of the shop and the month that are asked for', async () => {
  const answer = await world.get('/api/admin/books/entries.csv?month=2026-04');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="books-2026-04.csv"');
  expect(await answer.text()).toBe(
    [
      'entry,at,order,account,currency,debit,credit',
      `movement:txn_1,${tomorrow},ord_agreed,psp_clearing,USD,13.13,`,
      `movement:txn_1,${tomorrow},ord_agreed,psp_fee,USD,0.70,`,
      `movement:txn_1,${tomorrow},ord_agreed,buyer_receivable,USD,,13.83`,
      '',
    ].join('\r\n'),
  );
  const other = await world.get('/api/admin/books?month=2026-03', { tenant: 'folio' });
  expect(await other.json()).toMatchObject({ accounts: [], open: [] });
});

test('what is no month is refused', async () => {
  expect((await world.get('/api/admin/books?month=2026-13')).status).toBe(422);
});

test('currencies of no and of three decimals', () => {
  const posting = (amountMinor: bigint, currency: string) => ({ account: 'fx', amount: { amountMinor, currency } });
  const file = toEntriesFile([{ entryId: 'e', at, postings: [posting(5n, 'JPY'), posting(-5n, 'KWD')] }]);
  expect(file.split('\r\n').slice(1, 3)).toEqual([`e,${at},,fx,JPY,5,`, `e,${at},,fx,KWD,,0.005`]);
});

test('no cell is a formula', () => {
  expect(toCsv([['=1+1', '-5', '@x', 'a"b', 'c,d']])).toBe(`'=1+1,-5,'@x,"a""b","c,d"\r\n`);
});

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
