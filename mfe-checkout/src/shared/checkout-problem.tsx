import { useAuth, useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import type { ProblemViewProps } from '@tessera/remote-kit/definition.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { LockIcon } from '@tessera/ui/icons/lock.tsx';
import { ReceiptIcon } from '@tessera/ui/icons/receipt.tsx';
import { OfflineState } from '@tessera/ui/offline-state.tsx';
import { paths } from './paths.ts';
import { useText } from './text.ts';

/** In a page's place when it needs a signed-in buyer, or the API answered with a problem. */
export function CheckoutProblem({ problem, retry }: ProblemViewProps) {
  const t = useText();
  const { online } = useOffline().state;
  const auth = useAuth().actions;
  const again = (
    <Button variant="primary" onClick={retry}>
      {t('state.retry')}
    </Button>
  );
  if (!online || problem.code === 'offline')
    return <OfflineState headingLevel="h1" title={t('state.offline')} text={t('state.offlineText')} actions={again} />;
  if (problem.status === 401)
    return (
      <EmptyState
        headingLevel="h1"
        icon={<LockIcon width="26" height="26" />}
        title={t('signIn.title')}
        text={t('signIn.text')}
        actions={
          <>
            <Button variant="primary" onClick={() => auth.signIn()}>
              {t('signIn.action')}
            </Button>
            <ToCart />
          </>
        }
      />
    );
  if (problem.status === 404)
    return (
      <EmptyState
        headingLevel="h1"
        icon={<ReceiptIcon width="26" height="26" />}
        title={t('order.missing')}
        text={t('order.missingText')}
        actions={
          <Link className={buttonClasses({ variant: 'primary' })} to={paths.library}>
            {t('order.toLibrary')}
          </Link>
        }
      />
    );
  return <ErrorState headingLevel="h1" title={t('state.failed')} text={t('state.failedText')} actions={again} />;
}

function ToCart() {
  const t = useText();
  return (
    <Link className={buttonClasses({})} to={paths.cart}>
      {t('checkout.toCart')}
    </Link>
  );
}
