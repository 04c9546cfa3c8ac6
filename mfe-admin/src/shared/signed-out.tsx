import { useAuth } from '@tessera/remote-kit/contexts/hooks.ts';
import { Button } from '@tessera/ui/button.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { LockIcon } from '@tessera/ui/icons/lock.tsx';
import { useText } from './text.ts';
import { useAnnounced } from './use-announced.ts';

/** Asks to sign in, and comes back to this page. */
export function SignedOut() {
  const t = useText();
  const { actions } = useAuth();
  useAnnounced(t('signedOut.title'));
  return (
    <EmptyState
      headingLevel="h1"
      icon={<LockIcon width="26" height="26" />}
      title={t('signedOut.title')}
      text={t('signedOut.text')}
      actions={
        <Button variant="primary" onClick={() => actions.signIn()}>
          {t('signedOut.action')}
        </Button>
      }
    />
  );
}
