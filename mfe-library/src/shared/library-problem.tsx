import { useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import type { ProblemViewProps } from '@tessera/remote-kit/definition.ts';
import { Button } from '@tessera/ui/button.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { OfflineState } from '@tessera/ui/offline-state.tsx';
import { SignedOut } from './signed-out.tsx';
import { useText } from './text.ts';

/** In a page's place when its data could not be had. Offline comes first: nobody can be signed in without a network. */
export function LibraryProblem({ problem, retry }: ProblemViewProps) {
  const t = useText();
  const { online } = useOffline().state;
  const again = (
    <Button variant="primary" onClick={retry}>
      {t('state.retry')}
    </Button>
  );
  if (!online)
    return <OfflineState headingLevel="h1" title={t('state.offline')} text={t('state.offlineText')} actions={again} />;
  if (problem.status === 401) return <SignedOut />;
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
