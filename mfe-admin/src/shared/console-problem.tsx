import { useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import type { ProblemViewProps } from '@tessera/remote-kit/definition.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { LockIcon } from '@tessera/ui/icons/lock.tsx';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { OfflineState } from '@tessera/ui/offline-state.tsx';
import { paths } from './paths.ts';
import { roomsOf } from './rooms.ts';
import { SignedOut } from './signed-out.tsx';
import { useText } from './text.ts';
import { useAnnounced } from './use-announced.ts';
import { useRoles } from './use-roles.ts';

/** In a page's place when its data could not be had. Offline comes first: nothing else can be known without a network. */
export function ConsoleProblem({ problem, retry }: ProblemViewProps) {
  const { online } = useOffline().state;
  const isOffline = !online || problem.code === 'offline';
  if (!isOffline && problem.status === 401) return <SignedOut />;
  if (!isOffline && problem.status === 403) return <Forbidden />;
  if (!isOffline && problem.status === 404) return <Missing />;
  return <Failed reason={isOffline ? 'offline' : problem.status === 429 ? 'busy' : 'failed'} retry={retry} />;
}

/** Names the way to what this person may see. */
function Forbidden() {
  const t = useText();
  const [room] = roomsOf(useRoles());
  useAnnounced(t('state.forbidden'));
  return (
    <EmptyState
      headingLevel="h1"
      icon={<LockIcon width="26" height="26" />}
      title={t('state.forbidden')}
      text={t('state.forbiddenText')}
      actions={
        <Link className={buttonClasses({ variant: 'primary' })} to={room?.path ?? paths.shop}>
          {room ? t(room.label) : t('nav.shop')}
        </Link>
      }
    />
  );
}

function Missing() {
  const t = useText();
  useAnnounced(t('state.missing'));
  return (
    <EmptyState
      headingLevel="h1"
      icon={<SearchIcon width="26" height="26" />}
      title={t('state.missing')}
      text={t('state.missingText')}
      actions={
        <Link className={buttonClasses({ variant: 'primary' })} to={paths.overview}>
          {t('nav.overview')}
        </Link>
      }
    />
  );
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
