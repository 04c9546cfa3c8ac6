import { useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import type { ProblemViewProps } from '@tessera/remote-kit/definition.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { OfflineState } from '@tessera/ui/offline-state.tsx';
import { paths } from './paths.ts';
import { useText } from './text.ts';

/** In a page's place when the API answered with a problem: what is so, and one thing to do. */
export function CatalogProblem({ problem, retry }: ProblemViewProps) {
  const t = useText();
  const { online } = useOffline().state;
  const again = (
    <Button variant="primary" onClick={retry}>
      {t('state.retry')}
    </Button>
  );
  if (problem.status === 404)
    return (
      <EmptyState
        headingLevel="h1"
        icon={<SearchIcon width="26" height="26" />}
        title={t('state.missing')}
        text={t('state.missingText')}
        actions={
          <>
            <Link className={buttonClasses({ variant: 'primary' })} to={paths.search()}>
              {t('state.toSearch')}
            </Link>
            <Link className={buttonClasses({})} to={paths.home}>
              {t('state.toHome')}
            </Link>
          </>
        }
      />
    );
  if (!online || problem.code === 'offline')
    return (
      <OfflineState
        headingLevel="h1"
        title={t('state.offline')}
        text={t('state.offlineText')}
        actions={
          <>
            {again}
            <Link className={buttonClasses({})} to={paths.home}>
              {t('state.toHome')}
            </Link>
          </>
        }
      />
    );
  const busy = problem.status === 429;
  return (
    <ErrorState
      headingLevel="h1"
      title={t(busy ? 'state.busy' : 'state.failed')}
      text={t(busy ? 'state.busyText' : 'state.failedText')}
      actions={again}
    />
  );
}
