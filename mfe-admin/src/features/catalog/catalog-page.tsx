import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { BookIcon } from '@tessera/ui/icons/book.tsx';
import { UploadIcon } from '@tessera/ui/icons/upload.tsx';
import { LoadMore } from '@tessera/ui/load-more.tsx';
import { Table } from '@tessera/ui/table.tsx';
import { useSearchParams } from 'react-router';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import type { Work } from '../../shared/types.ts';
import { useMore } from '../../shared/use-more.ts';
import { isKind } from './kinds.ts';
import { CatalogFilters } from './catalog-filters.tsx';
import { workColumns } from './work-columns.tsx';

export const head = privateHead('catalog.title');

export default function CatalogPage() {
  const t = useText();
  const formats = useFormat();
  const api = useApi('admin');
  const [search] = useSearchParams();
  const q = search.get('q') ?? '';
  const wanted = search.get('kind') ?? '';
  const kind = isKind(wanted) ? wanted : undefined;
  const filtered = q !== '' || kind !== undefined;
  const query = { ...(q ? { q } : {}), ...(kind ? { kind } : {}) };
  const { items, pending, more } = useMore(JSON.stringify(query), useRouteData('/api/admin/catalog/works'), (cursor) =>
    api.GET('/api/admin/catalog/works', { params: { query: { ...query, cursor } } }),
  );
  return (
    <div className={page.stack}>
      <header className={page.head}>
        <h1>{t('catalog.title')}</h1>
        <Link className={buttonClasses({ variant: 'primary' })} to={paths.import}>
          <UploadIcon />
          {t('catalog.import')}
        </Link>
      </header>
      <CatalogFilters />
      {items.length === 0 ? (
        <EmptyState
          icon={<BookIcon width="26" height="26" />}
          title={t(filtered ? 'catalog.notFound' : 'catalog.empty')}
          text={t(filtered ? 'catalog.notFoundText' : 'catalog.emptyText')}
          actions={
            <Link className={buttonClasses({})} to={filtered ? paths.catalog : paths.import}>
              {t(filtered ? 'list.clear' : 'catalog.import')}
            </Link>
          }
        />
      ) : (
        <>
          <Table
            caption={t('catalog.caption')}
            columns={workColumns(t, formats)}
            rows={items}
            idOf={({ id }: Work) => id}
          />
          <LoadMore
            label={t('list.more')}
            count={t('catalog.shown', { n: items.length })}
            pending={pending}
            onMore={more && (() => void more())}
          />
        </>
      )}
    </div>
  );
}
