import type { Facet } from '@tessera/contracts/api/catalog.ts';
import { useText } from '../../shared/text.ts';
import { FacetGroup } from './facet-group.tsx';
import styles from './facet-list.module.css';
import type { Filters } from './filters.ts';

interface FacetListProps {
  facets: readonly Facet[];
  filters: Filters;
  toPath(filters: Filters): string;
}

export function FacetList({ facets, filters, toPath }: FacetListProps) {
  const t = useText();
  return (
    <div className={styles.facets}>
      {facets.map((facet) => (
        <FacetGroup
          key={facet.name}
          facet={facet}
          title={t(`search.facet.${facet.name}`)}
          filters={filters}
          toPath={toPath}
        />
      ))}
    </div>
  );
}
