import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** An invoice, a credit note that takes some of one back, or an invoice that takes such a note back: issued once and never changed; its number has no gap before it. */
export const createInvoiceEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'invoice', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          userId: { type: 'string', required: true, readOnly: true },
          number: { type: 'string', required: true, readOnly: true },
          orderId: { type: 'string', required: true, readOnly: true },
          orderNumber: { type: 'string', required: true, readOnly: true },
          issuedAt: { type: 'string', required: true, readOnly: true },
          currency: { type: 'string', required: true, readOnly: true },
          totalMinor: { type: 'string', required: true, readOnly: true },
          objectKey: { type: 'string', required: true, readOnly: true },
          /** Of a credit note: the invoice it takes back from, and the refund it is for. Its total is what goes back. */
          credits: { type: 'string', readOnly: true },
          /** Of an invoice that takes a credit note back, because its refund failed: that note. Its total is what is owed again. */
          cancels: { type: 'string', readOnly: true },
          refund: { type: 'number', readOnly: true },
        },
        indexes: {
          ofUser: {
            pk: key('pk', 'TENANT#${tenantId}#USER#${userId}'),
            sk: key('sk', 'INVOICE#${number}'),
          },
          ofOrder: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#ORDER#${orderId}'),
            sk: key('gsi1sk', 'INVOICE#${number}'),
          },
        },
      },
      configurationOf(table),
    ),
);

/** `inv_A-2026-000001`: an invoice's id is its number. */
export const invoiceIdOf = (number: string): string => `inv_${number}`;
