import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { Cover } from '@tessera/ui/cover.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { useParams } from 'react-router';
import { PageSkeleton } from '../../shared/page-skeleton.tsx';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import type { OwnedWork } from '../shelves/owned-works.ts';
import { Edition } from './edition.tsx';
import styles from './item-page.module.css';
import { useOwnedWork } from './use-owned-work.ts';

export { itemHead as head } from './item-head.ts';

export default function ItemPage() {
  const { id = '' } = useParams();
  const state = useOwnedWork(id);
  switch (state.status) {
    case 'here':
      return <Item work={state.work} />;
    case 'looking':
      return <PageSkeleton routeId="item" />;
    case 'missing':
      return <MissingItem />;
  }
}

function Item({ work }: { work: OwnedWork }) {
  const t = useText();
  return (
    <article className={`${page.inner} ${styles.item}`}>
      <Cover picture={work.cover} sizes="(min-width: 48rem) 18rem, 60vw" priority alt="" className={styles.cover} />
      <div className={styles.words}>
        <header className={page.head}>
          <h1>{work.title}</h1>
          <p className={page.lead}>{work.makers}</p>
        </header>
        {work.editions.map((edition) => (
          <Edition key={edition.id} edition={edition} />
        ))}
        <p>
          <Link to={paths.work(work)}>{t('item.inShop')}</Link>
        </p>
      </div>
    </article>
  );
}

function MissingItem() {
  const t = useText();
  return (
    <EmptyState
      headingLevel="h1"
      icon={<SearchIcon width="26" height="26" />}
      title={t('item.missing')}
      text={t('item.missingText')}
      actions={
        <Link className={buttonClasses({ variant: 'primary' })} to={paths.library}>
          {t('item.back')}
        </Link>
      }
    />
  );
}
