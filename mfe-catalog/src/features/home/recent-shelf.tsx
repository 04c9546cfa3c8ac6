import type { CatalogState } from '@tessera/contracts/shell-services.ts';
import { useText } from '../../shared/text.ts';
import { WorkLink } from '../../shared/work-link.tsx';
import styles from './recent-shelf.module.css';

const shown = 8;

/** What this browser saw last. Stands at the page's end, because it comes after paint and must move nothing. */
export function RecentShelf({ works }: { works: CatalogState['recentlyViewed'] }) {
  const t = useText();
  if (works.length === 0) return null;
  return (
    <section className={styles.shelf} aria-labelledby="recent-shelf">
      <div>
        <h2 id="recent-shelf">{t('shelf.recent')}</h2>
        <p className={styles.reason}>{t('shelf.recentReason')}</p>
      </div>
      <ul className={styles.row}>
        {works.slice(0, shown).map((work) => (
          <li key={work.id}>
            <WorkLink work={work} className={styles.link}>
              <img src={work.coverSrc} alt="" width="56" height="56" loading="lazy" decoding="async" />
              {work.title}
            </WorkLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
