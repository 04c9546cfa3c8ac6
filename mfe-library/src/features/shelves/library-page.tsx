import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { LibraryIcon } from '@tessera/ui/icons/library.tsx';
import { LoadMore } from '@tessera/ui/load-more.tsx';
import { Shelf } from '@tessera/ui/shelf.tsx';
import { privateHead } from '../../shared/page-title.ts';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { OwnedCard } from './owned-card.tsx';
import { toOwnedWorks, toShelves } from './owned-works.ts';
import { useEntitlements } from './use-entitlements.ts';

export const head = privateHead('library.title');

export default function LibraryPage() {
  const t = useText();
  const { items, pending, more } = useEntitlements();
  const works = toOwnedWorks(items);
  if (works.length === 0 && !more) return <EmptyLibrary />;
  return (
    <div className={page.shelves}>
      <header className={`${page.inner} ${page.head}`}>
        <h1>{t('library.title')}</h1>
        <p className={page.lead}>{t('library.lead', { n: works.length })}</p>
      </header>
      {toShelves(works).map((shelf, index) => (
        <Shelf
          key={shelf.id}
          id={shelf.id}
          title={t(`shelf.${shelf.id}`)}
          labels={{ back: t('shelf.back'), forward: t('shelf.forward') }}
        >
          {shelf.works.map((work) => (
            <OwnedCard key={work.workId} work={work} priority={index === 0} />
          ))}
        </Shelf>
      ))}
      {more ? (
        <div className={page.inner}>
          <LoadMore label={t('shelf.more')} pending={pending} onMore={() => void more()} />
        </div>
      ) : null}
    </div>
  );
}

function EmptyLibrary() {
  const t = useText();
  return (
    <EmptyState
      headingLevel="h1"
      icon={<LibraryIcon width="26" height="26" />}
      title={t('library.empty')}
      text={t('library.emptyText')}
      actions={
        <Link className={buttonClasses({ variant: 'primary' })} to={paths.home}>
          {t('library.browse')}
        </Link>
      }
    />
  );
}
