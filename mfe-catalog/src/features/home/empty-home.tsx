import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';

/** A shop before its first work. */
export function EmptyHome() {
  const t = useText();
  const { tagline } = useBoot().tenant;
  return (
    <EmptyState
      headingLevel="h1"
      title={t('home.empty')}
      text={`${tagline} ${t('home.emptyText')}`}
      actions={
        <Link className={buttonClasses({})} to={paths.search()}>
          {t('home.everything')}
        </Link>
      }
    />
  );
}
