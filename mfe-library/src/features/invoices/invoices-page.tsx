import type { InvoiceView } from '@tessera/contracts/api/library.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { ReceiptIcon } from '@tessera/ui/icons/receipt.tsx';
import { LoadMore } from '@tessera/ui/load-more.tsx';
import { Table, type Column } from '@tessera/ui/table.tsx';
import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import { privateHead } from '../../shared/page-title.ts';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { useText, type Text } from '../../shared/text.ts';
import { OrderStateBadge } from './order-state-badge.tsx';
import styles from './invoices-page.module.css';
import { useInvoices } from './use-invoices.ts';

export const head = privateHead('invoices.title');

export default function InvoicesPage() {
  const t = useText();
  const formats = useFormat();
  const { items, pending, more } = useInvoices();
  if (items.length === 0)
    return (
      <EmptyState
        headingLevel="h1"
        icon={<ReceiptIcon width="26" height="26" />}
        title={t('invoices.empty')}
        text={t('invoices.emptyText')}
      />
    );
  return (
    <div className={`${page.inner} ${styles.page}`}>
      <h1>{t('invoices.title')}</h1>
      <Table
        caption={t('invoices.caption')}
        columns={columnsOf(t, formats)}
        rows={items}
        idOf={(invoice: InvoiceView) => invoice.id}
      />
      {more ? <LoadMore label={t('shelf.more')} pending={pending} onMore={() => void more()} /> : null}
    </div>
  );
}

const columnsOf = (t: Text, formats: Formats): Column<InvoiceView>[] => [
  {
    id: 'number',
    header: t('invoices.number'),
    rowHeader: true,
    cell: ({ number, url, credits, cancels }) => (
      <>
        <a className={styles.pdf} href={url} target="_blank" rel="noreferrer">
          {number}
          <span className={styles.kind}>PDF</span>
          <VisuallyHidden>{t('invoices.newTab')}</VisuallyHidden>
        </a>
        {credits ? <div className={styles.credits}>{t('invoices.credits', { number: credits })}</div> : null}
        {cancels ? <div className={styles.credits}>{t('invoices.cancels', { number: cancels })}</div> : null}
      </>
    ),
  },
  { id: 'issued', header: t('invoices.issued'), cell: ({ issuedAt }) => formats.date(issuedAt) },
  {
    id: 'order',
    header: t('invoices.order'),
    cell: ({ orderId, orderNumber }) => <Link to={paths.order(orderId)}>{orderNumber}</Link>,
  },
  {
    id: 'state',
    header: t('invoices.state'),
    cell: ({ orderState }) => <OrderStateBadge state={orderState} />,
  },
  {
    id: 'total',
    header: t('invoices.total'),
    align: 'end',
    cell: ({ total }) => <span className={styles.amount}>{formats.money(total)}</span>,
  },
];
