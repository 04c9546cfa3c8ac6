import { useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import type { ProblemViewProps } from '@tessera/remote-kit/definition.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { Button } from '@tessera/ui/button.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { OfflineState } from '@tessera/ui/offline-state.tsx';
import { useText } from '../../shared/text.ts';

/** In an article's place when there is none, or none that could be read. */
export function HelpProblem({ problem, retry }: ProblemViewProps) {
  const t = useText();
  const { online } = useOffline().state;
  if (problem.status === 404)
    return (
      <EmptyState
        headingLevel="h1"
        title={t('help.notFound')}
        text={t('help.notFoundText')}
        actions={
          <Link className={buttonClasses({ variant: 'primary' })} to="/help">
            {t('help.back')}
          </Link>
        }
      />
    );
  const isOffline = !online || problem.code === 'offline';
  const State = isOffline ? OfflineState : ErrorState;
  return (
    <State
      headingLevel="h1"
      title={t(isOffline ? 'help.offline' : 'help.failed')}
      text={t(isOffline ? 'help.offlineText' : 'help.failedText')}
      actions={
        <Button variant="primary" onClick={retry}>
          {t('help.retry')}
        </Button>
      }
    />
  );
}
