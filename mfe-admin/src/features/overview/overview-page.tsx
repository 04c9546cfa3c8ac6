import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Stat } from '@tessera/ui/stat.tsx';
import { OrderTable } from '../../shared/order-table.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import type { Overview } from '../../shared/types.ts';
import { AttentionList } from './attention-list.tsx';
import { FlagList } from './flag-list.tsx';
import styles from './overview-page.module.css';
import { RevenuePanel } from './revenue-panel.tsx';

export const head = privateHead('overview.title');

export default function OverviewPage() {
  const t = useText();
  const overview = useRouteData('/api/admin/overview');
  const flags = useRouteData('/api/admin/flags');
  return (
    <div className={page.stack}>
      <header className={page.title}>
        <h1>{t('overview.title')}</h1>
      </header>
      <Stats overview={overview} />
      <div className={page.columns}>
        <div className={page.stack}>
          <RevenuePanel revenue={overview.revenue} />
          <LatestOrders orders={overview.latestOrders} />
        </div>
        <div className={page.stack}>
          <AttentionList needs={overview.needsAttention} />
          <FlagList flags={flags.items} />
        </div>
      </div>
    </div>
  );
}

function Stats({ overview }: { overview: Overview }) {
  const t = useText();
  const { number } = useFormat();
  return (
    <div className={styles.stats}>
      <Stat label={t('overview.today')} value={number(overview.orders.today)} />
      <Stat label={t('overview.month')} value={number(overview.orders.last30Days)} />
      <Stat label={t('overview.customers')} value={number(overview.customers)} />
      <Stat label={t('overview.works')} value={number(overview.works)} />
    </div>
  );
}

function LatestOrders({ orders }: { orders: Overview['latestOrders'] }) {
  const t = useText();
  return (
    <section className={page.section} aria-labelledby="latest">
      <div className={page.head}>
        <h2 id="latest">{t('overview.latest')}</h2>
        <Link className={page.link} to={paths.orders}>
          {t('overview.allOrders')}
        </Link>
      </div>
      {orders.length === 0 ? (
        <p className={page.muted}>{t('overview.noOrders')}</p>
      ) : (
        <OrderTable caption={t('overview.latest')} orders={orders} />
      )}
    </section>
  );
}
