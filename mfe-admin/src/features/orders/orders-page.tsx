import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { ReceiptIcon } from '@tessera/ui/icons/receipt.tsx';
import { LoadMore } from '@tessera/ui/load-more.tsx';
import { useSearchParams } from 'react-router';
import { isOrderState } from '../../shared/order-states.ts';
import { OrderTable } from '../../shared/order-table.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { useMore } from '../../shared/use-more.ts';
import { OrderFilters } from './order-filters.tsx';

export const head = privateHead('orders.title');

export default function OrdersPage() {
  const t = useText();
  const api = useApi('admin');
  const [search] = useSearchParams();
  const q = search.get('q') ?? '';
  const wanted = search.get('state') ?? '';
  const state = isOrderState(wanted) ? wanted : undefined;
  const filtered = q !== '' || state !== undefined;
  const query = { ...(q ? { q } : {}), ...(state ? { state } : {}) };
  const { items, pending, more } = useMore(JSON.stringify(query), useRouteData('/api/admin/orders'), (cursor) =>
    api.GET('/api/admin/orders', { params: { query: { ...query, cursor } } }),
  );
  return (
    <div className={page.stack}>
      <h1>{t('orders.title')}</h1>
      <OrderFilters />
      {items.length === 0 ? (
        <EmptyState
          icon={<ReceiptIcon width="26" height="26" />}
          title={t(filtered ? 'orders.notFound' : 'orders.empty')}
          text={t(filtered ? 'orders.notFoundText' : 'orders.emptyText')}
          actions={
            filtered ? (
              <Link className={buttonClasses({})} to={paths.orders}>
                {t('list.clear')}
              </Link>
            ) : null
          }
        />
      ) : (
        <OrderTable caption={t('orders.caption')} orders={items} />
      )}
      {items.length > 0 ? (
        <LoadMore
          label={t('list.more')}
          count={t('orders.shown', { n: items.length })}
          pending={pending}
          onMore={more && (() => void more())}
        />
      ) : null}
    </div>
  );
}
