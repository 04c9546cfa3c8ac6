import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Breadcrumbs } from '@tessera/ui/breadcrumbs.tsx';
import { OrderStateBadge } from '../../shared/order-state-badge.tsx';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { OrderDispute } from './order-dispute.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderPeople } from './order-people.tsx';
import { OrderRefunds } from './order-refunds.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { OrderTotals } from './order-totals.tsx';

export const head = ({ data, boot }: HeadInput) => ({
  title: `${data('/api/admin/orders/{id}').number} · ${boot.tenant.name}`,
  robots: 'noindex',
});

export default function OrderPage() {
  const t = useText();
  const formats = useFormat();
  const order = useRouteData('/api/admin/orders/{id}');
  return (
    <div className={page.stack}>
      <Breadcrumbs
        label={t('nav.trail')}
        links={[
          <Link key="orders" to={paths.orders}>
            {t('orders.title')}
          </Link>,
        ]}
        current={order.number}
      />
      <header className={page.title}>
        <h1>
          <bdi>{order.number}</bdi>
        </h1>
        <p className={page.facts}>
          <OrderStateBadge state={order.state} />
          <time className={page.muted} dateTime={order.placedAt}>
            {formats.dateTime(order.placedAt)}
          </time>
        </p>
      </header>
      <div className={page.columns}>
        <div className={page.stack}>
          <OrderLines lines={order.lines} />
          <OrderTotals totals={order.totals} />
        </div>
        <div className={page.stack}>
          <OrderPeople order={order} />
          <OrderDispute order={order} />
          <OrderRefunds order={order} />
          <OrderTimeline timeline={order.timeline} />
        </div>
      </div>
    </div>
  );
}
