import type { DataOf } from '@tessera/remote-kit/api/paths.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Table, type Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { useBooksText } from './text.ts';

type Open = DataOf<'/api/admin/books'>['open'];

/** Orders whose payment the provider's balance does not have, or has beyond what was bought. */
export function OpenOrders({ open }: { open: Open }) {
  const t = useBooksText();
  const { money } = useFormat();
  const columns: Column<Open[number]>[] = [
    {
      id: 'order',
      header: t('books.order'),
      rowHeader: true,
      cell: ({ orderId }) => (
        <Link className={page.link} to={paths.order(orderId)}>
          <bdi>{orderId}</bdi>
        </Link>
      ),
    },
    {
      id: 'receivable',
      header: t('books.receivable'),
      align: 'end',
      cell: ({ receivable }) => <span className={page.numeric}>{money(receivable)}</span>,
    },
  ];
  return (
    <section className={page.section} aria-labelledby="open">
      <h2 id="open">{t('books.open')}</h2>
      <p className={page.muted}>{t('books.openText')}</p>
      <Table
        caption={t('books.open')}
        columns={columns}
        rows={open}
        idOf={({ orderId, receivable }: Open[number]) => `${orderId} ${receivable.currency}`}
      />
    </section>
  );
}
