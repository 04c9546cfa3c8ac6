import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { Cover } from '@tessera/ui/cover.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import { WorkGrid } from '../../shared/work-grid.tsx';
import styles from './artist-page.module.css';
import { ArtistLinks } from './artist-links.tsx';

export { artistHead as head } from './artist-head.ts';

/** Portrait, words, works. */
export default function ArtistPage() {
  const t = useText();
  const maker = useRouteData('/api/public/artist/{slug}');
  return (
    <div className={page.page}>
      <header className={page.inner}>
        <div className={styles.head}>
          <Cover picture={maker.portrait} sizes="16rem" shape="round" priority className={styles.portrait} />
          <div className={styles.words}>
            <p className={styles.role}>
              <bdi>{maker.role}</bdi>
            </p>
            <h1 className={styles.name}>
              <bdi>{maker.name}</bdi>
            </h1>
            <p className={styles.bio} dir="auto">
              {maker.bio}
            </p>
            <ArtistLinks links={maker.links} />
          </div>
        </div>
      </header>
      <section className={page.inner}>
        {maker.works.length === 0 ? (
          <EmptyState title={t('artist.empty')} text={t('artist.emptyText')} />
        ) : (
          <div className={styles.works}>
            <h2 id="works">{t('artist.works', { n: maker.works.length })}</h2>
            <WorkGrid works={maker.works} headingLevel="h3" />
          </div>
        )}
      </section>
    </div>
  );
}
