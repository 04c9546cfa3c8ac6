import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Table, type Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import type { Order } from '../../shared/types.ts';

type Line = Order['lines'][number];

export function OrderLines({ lines }: Pick<Order, 'lines'>) {
  const t = useText();
  const formats = useFormat();
  const columns: Column<Line>[] = [
    {
      id: 'work',
      header: t('orders.work'),
      rowHeader: true,
      cell: ({ title, productTitle, workId }) => (
        <Link className={page.link} to={`/work/${workId}`}>
          {title} <span className={page.muted}>{productTitle}</span>
        </Link>
      ),
    },
    { id: 'quantity', header: t('orders.quantity'), align: 'end', cell: ({ quantity }) => formats.number(quantity) },
    {
      id: 'price',
      header: t('orders.price'),
      align: 'end',
      cell: ({ unitPrice }) => <span className={page.numeric}>{formats.money(unitPrice)}</span>,
    },
    {
      id: 'sum',
      header: t('orders.sum'),
      align: 'end',
      cell: ({ lineTotal }) => <span className={page.numeric}>{formats.money(lineTotal)}</span>,
    },
  ];
  return <Table caption={t('orders.lines')} columns={columns} rows={lines} idOf={({ id }: Line) => id} />;
}
