import { libraryApi } from '@tessera/contracts/api/library.ts';
import { notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import { invoiceIdOf } from '../../table/invoice.ts';
import type { ScopeOf } from '../deps.ts';
import { pageOf } from '../page-of.ts';

export function implementInvoices({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(libraryApi.invoices, async ({ tenantId, query, claims }) => {
    const { invoices } = scopeOf(tenantId);
    const page = pageOf(await invoices.list(claims.userId), ({ issuedAt, number }) => [issuedAt, number], query);
    const items = await Promise.all(
      page.items.map(async ({ number, orderId, orderNumber, issuedAt, currency, totalMinor, credits, cancels }) => ({
        id: invoiceIdOf(number),
        number,
        orderId,
        orderNumber,
        issuedAt,
        total: { amountMinor: totalMinor, currency },
        ...(credits === undefined ? {} : { credits }),
        ...(cancels === undefined ? {} : { cancels }),
        orderState: await invoices.orderStateOf(orderId),
        url: `/api/me/invoices/${invoiceIdOf(number)}/pdf`,
      })),
    );
    return { status: 200, body: { ...page, items } };
  });

  implement(libraryApi.invoice, async ({ tenantId, params, claims }) => {
    const { invoices, files } = scopeOf(tenantId);
    const invoice = await invoices.find(claims.userId, params.id);
    if (!invoice) throw notFound();
    const location = await files.presign({
      objectKey: invoice.objectKey,
      fileName: `${invoice.number}.pdf`,
      contentType: 'application/pdf',
      disposition: 'inline',
    });
    return { status: 303, headers: { location } };
  });
}
