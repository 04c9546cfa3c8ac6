import { useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import type { ProblemViewProps } from '@tessera/remote-kit/definition.ts';
import { Button } from '@tessera/ui/button.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { OfflineState } from '@tessera/ui/offline-state.tsx';
import { SignedOut } from './signed-out.tsx';
import { useText } from './text.ts';
import { useAnnounced } from './use-announced.ts';

/** In a page's place when its data could not be had. Offline comes first: nobody can be signed in without a network. */
export function LibraryProblem({ problem, retry }: ProblemViewProps) {
  const { online } = useOffline().state;
  const isOffline = !online || problem.code === 'offline';
  if (!isOffline && problem.status === 401) return <SignedOut />;
  return <Failed reason={isOffline ? 'offline' : problem.status === 429 ? 'busy' : 'failed'} retry={retry} />;
}

function Failed({ reason, retry }: { reason: 'offline' | 'busy' | 'failed'; retry(): void }) {
  const t = useText();
  const title = t(`state.${reason}`);
  useAnnounced(title);
  const State = reason === 'offline' ? OfflineState : ErrorState;
  return (
    <State
      headingLevel="h1"
      title={title}
      text={t(`state.${reason}Text`)}
      actions={
        <Button variant="primary" onClick={retry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
