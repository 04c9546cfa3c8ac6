import { CustomAttributeType, Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

interface StoredPosting {
  account: string;
  currency: string;
  /** A decimal string; positive for a debit. */
  amountMinor: string;
}

/** What happened to money: written once with what caused it, never changed. The index lists a month in its order. */
export const createLedgerEntryEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'ledgerEntry', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          entryId: { type: 'string', required: true, readOnly: true },
          orderId: { type: 'string', readOnly: true },
          at: { type: 'string', required: true, readOnly: true },
          /** `2026-11`, of `at`. */
          month: { type: 'string', required: true, readOnly: true },
          postings: { type: CustomAttributeType<StoredPosting[]>('any'), required: true, readOnly: true },
        },
        indexes: {
          byId: { pk: key('pk', 'TENANT#${tenantId}#LEDGER#${entryId}'), sk: key('sk', 'ENTRY') },
          ofMonth: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#LEDGER#${month}'),
            sk: key('gsi1sk', '${at}#${entryId}'),
          },
        },
      },
      configurationOf(table),
    ),
);

/** An entry of `@tessera/commerce/ledger`. */
interface Entry {
  entryId: string;
  orderId?: string;
  at: string;
  postings: readonly { account: string; amount: { amountMinor: bigint; currency: string } }[];
}

export const toLedgerItem = (tenantId: string, { postings, ...entry }: Entry) => ({
  tenantId,
  ...entry,
  month: entry.at.slice(0, 7),
  postings: postings.map(({ account, amount }) => ({
    account,
    currency: amount.currency,
    amountMinor: amount.amountMinor.toString(),
  })),
});

export const fromLedgerItem = (item: Omit<Entry, 'postings'> & { postings: readonly StoredPosting[] }): Entry => ({
  entryId: item.entryId,
  ...(item.orderId === undefined ? {} : { orderId: item.orderId }),
  at: item.at,
  postings: item.postings.map(({ account, currency, amountMinor }) => ({
    account,
    amount: { currency, amountMinor: BigInt(amountMinor) },
  })),
});
