import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Table, type Column } from '@tessera/ui/table.tsx';
import { OrderStateBadge } from './order-state-badge.tsx';
import page from './page.module.css';
import { paths } from './paths.ts';
import { useText, type Text } from './text.ts';
import type { OrderSummary } from './types.ts';

export function OrderTable({ caption, orders }: { caption: string; orders: readonly OrderSummary[] }) {
  const t = useText();
  const formats = useFormat();
  return (
    <Table caption={caption} columns={columnsOf(t, formats)} rows={orders} idOf={(order: OrderSummary) => order.id} />
  );
}

const columnsOf = (t: Text, formats: Formats): Column<OrderSummary>[] => [
  {
    id: 'number',
    header: t('orders.number'),
    rowHeader: true,
    cell: ({ id, number }) => (
      <Link className={page.link} to={paths.order(id)}>
        {number}
      </Link>
    ),
  },
  { id: 'state', header: t('orders.state'), cell: ({ state }) => <OrderStateBadge state={state} /> },
  {
    id: 'placed',
    header: t('orders.placed'),
    cell: ({ placedAt }) => (
      <time className={page.numeric} dateTime={placedAt}>
        {formats.dateTime(placedAt)}
      </time>
    ),
  },
  { id: 'email', header: t('orders.email'), cell: ({ email }) => <bdi>{email}</bdi> },
  { id: 'items', header: t('orders.items'), align: 'end', cell: ({ itemCount }) => formats.number(itemCount) },
  {
    id: 'total',
    header: t('orders.total'),
    align: 'end',
    cell: ({ total }) => <span className={page.numeric}>{formats.money(total)}</span>,
  },
];
