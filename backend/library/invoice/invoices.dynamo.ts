import { OrderState } from '@tessera/contracts/api/checkout.ts';
import type { InvoiceView } from '@tessera/contracts/api/library.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import type { Table } from '../../table/client.ts';
import { createInvoiceEntity, invoiceIdOf } from '../../table/invoice.ts';
import { createOrderEntity } from '../../table/order.ts';

export interface InvoiceRecord {
  number: string;
  orderId: string;
  orderNumber: string;
  issuedAt: string;
  currency: string;
  totalMinor: string;
  objectKey: string;
  /** Of a credit note: the invoice it takes back from. */
  credits?: string | undefined;
  /** Of an invoice that takes a credit note back: that note. */
  cancels?: string | undefined;
}

/** One tenant's invoices, always of one person. */
export interface Invoices {
  list(userId: string): Promise<InvoiceRecord[]>;
  find(userId: string, invoiceId: string): Promise<InvoiceRecord | undefined>;
  /** What has become of the order since. */
  orderStateOf(orderId: string): Promise<InvoiceView['orderState']>;
}

export function createInvoices(table: Table, tenantId: TenantId): Invoices {
  const invoices = createInvoiceEntity(table);
  const orders = createOrderEntity(table);
  return {
    async list(userId) {
      return (await invoices.query.ofUser({ tenantId, userId }).go({ pages: 'all' })).data;
    },
    async find(userId, invoiceId) {
      const number = invoiceId.replace(/^inv_/, '');
      if (invoiceIdOf(number) !== invoiceId) return undefined;
      return (await invoices.get({ tenantId, userId, number }).go()).data ?? undefined;
    },
    async orderStateOf(orderId) {
      const { data } = await orders.get({ tenantId, orderId }).go();
      return OrderState.parse(data?.state);
    },
  };
}
