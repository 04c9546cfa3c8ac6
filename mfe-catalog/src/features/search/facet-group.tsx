import type { Facet } from '@tessera/contracts/api/catalog.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { CheckIcon } from '@tessera/ui/icons/check.tsx';
import { useId, useState } from 'react';
import { kindName } from '../../shared/kind-words.ts';
import { useText } from '../../shared/text.ts';
import styles from './facet-list.module.css';
import { type Filters, toggle } from './filters.ts';

interface FacetGroupProps {
  facet: Facet;
  title: string;
  filters: Filters;
  toPath(filters: Filters): string;
}

const shownAtFirst = 7;

/** Each value is a link to the listing with it: it works before scripts do, and opens in a tab of its own. */
export function FacetGroup({ facet: { name, values }, title, filters, toPath }: FacetGroupProps) {
  const t = useText();
  const formats = useFormat();
  const headingId = useId();
  const [open, setOpen] = useState(false);
  const hidden = Math.max(0, values.length - shownAtFirst);
  const shown = open ? values : values.filter(({ value }, at) => at < shownAtFirst || filters.chosen[name] === value);
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {title}
      </h2>
      <ul className={styles.values}>
        {shown.map(({ value, label, count }) => {
          const chosen = filters.chosen[name] === value;
          return (
            <li key={value}>
              <Link
                className={styles.value}
                to={toPath(toggle(filters, name, value))}
                aria-current={chosen ? 'true' : undefined}
              >
                {chosen ? <CheckIcon width="16" height="16" strokeWidth="2.5" /> : null}
                <span className={styles.label}>{name === 'kind' ? kindName(t, value) : label}</span>
                <span className={styles.count}>{formats.number(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {hidden > 0 ? (
        <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('search.facetFewer') : t('search.facetMore', { n: hidden })}
        </button>
      ) : null}
    </section>
  );
}
