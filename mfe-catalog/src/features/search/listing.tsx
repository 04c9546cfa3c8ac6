import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { LoadMore } from '@tessera/ui/load-more.tsx';
import { useText } from '../../shared/text.ts';
import { WorkGrid } from '../../shared/work-grid.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { EmptyResults } from './empty-results.tsx';
import { FacetList } from './facet-list.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { type Filters, toSearch } from './filters.ts';
import styles from './listing.module.css';
import { SortField } from './sort-field.tsx';
import { useResults } from './use-results.ts';

interface ListingProps {
  title: string;
  basePath: string;
  /** The kind that the page itself is about. */
  kind?: string;
  filters: Filters;
}

/** Works that match, and everything that narrows or orders them, kept in the address. */
export function Listing({ title, basePath, kind, filters }: ListingProps) {
  const t = useText();
  const result = useRouteData('/api/public/catalog/search');
  const toPath = (next: Filters) => basePath + toSearch(next);
  const { items, nextCursor, pending, more } = useResults(result, filters, kind, toPath(filters));
  const facets = result.facets.filter(({ name, values }) => values.length > 0 && !(kind && name === 'kind'));
  const facetList = <FacetList facets={facets} filters={filters} toPath={toPath} />;

  return (
    <div className={styles.listing}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.count} role="status">
            {t('search.count', { n: result.total })}
          </p>
        </div>
        <div className={styles.tools}>
          {facets.length > 0 ? (
            <FilterSheet filters={filters} total={result.total}>
              {facetList}
            </FilterSheet>
          ) : null}
          {items.length > 1 ? <SortField filters={filters} toPath={toPath} /> : null}
        </div>
      </header>
      <div className={styles.body} data-plain={facets.length === 0 ? '' : undefined}>
        {facets.length > 0 ? (
          <aside className={styles.aside} aria-label={t('search.filters')}>
            {facetList}
          </aside>
        ) : null}
        <div className={styles.results}>
          <ActiveFilters facets={result.facets} filters={filters} toPath={toPath} />
          {items.length === 0 ? (
            <EmptyResults filters={filters} didYouMean={result.didYouMean} toPath={toPath} />
          ) : (
            <>
              {/* Two rows of a phone, which are in view. More would share their bandwidth, and scripts wait for them. */}
              <WorkGrid works={items} priority={4} />
              <LoadMore
                label={t('search.more')}
                count={
                  nextCursor === undefined ? undefined : t('search.shown', { shown: items.length, total: result.total })
                }
                pending={pending}
                onMore={nextCursor === undefined ? undefined : () => void more()}
              />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
