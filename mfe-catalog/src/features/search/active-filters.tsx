import type { Facet } from '@tessera/contracts/api/catalog.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { chipClass } from '@tessera/ui/chip.tsx';
import { CloseIcon } from '@tessera/ui/icons/close.tsx';
import { kindName } from '../../shared/kind-words.ts';
import { useText } from '../../shared/text.ts';
import { facetNames, type Filters, toggle, withoutChoices } from './filters.ts';
import styles from './listing.module.css';

interface ActiveFiltersProps {
  facets: readonly Facet[];
  filters: Filters;
  toPath(filters: Filters): string;
}

/** What is chosen, each with its way out. */
export function ActiveFilters({ facets, filters, toPath }: ActiveFiltersProps) {
  const t = useText();
  const chosen = facetNames.flatMap((name) => {
    const value = filters.chosen[name];
    if (!value) return [];
    const known = facets.find((facet) => facet.name === name)?.values.find((entry) => entry.value === value);
    return [{ name, value, label: name === 'kind' ? kindName(t, value) : (known?.label ?? value) }];
  });
  if (chosen.length === 0) return null;
  return (
    <ul className={styles.active} aria-label={t('search.active')}>
      {chosen.map(({ name, value, label }) => (
        <li key={name}>
          <Link
            className={chipClass}
            to={toPath(toggle(filters, name, value))}
            aria-label={t('search.remove', { label })}
          >
            {label}
            <CloseIcon width="16" height="16" />
          </Link>
        </li>
      ))}
      {chosen.length > 1 ? (
        <li>
          <Link className={buttonClasses({ variant: 'quiet', size: 'small' })} to={toPath(withoutChoices(filters))}>
            {t('search.clear')}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
