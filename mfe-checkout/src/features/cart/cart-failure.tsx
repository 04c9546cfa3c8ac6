import { useCart, useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import { Button } from '@tessera/ui/button.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { OfflineState } from '@tessera/ui/offline-state.tsx';
import { useText } from '../../shared/text.ts';

/** The cart could not be read; it is safe where it is. */
export function CartFailure() {
  const t = useText();
  const { online } = useOffline().state;
  const { actions } = useCart();
  const retry = (
    <Button variant="primary" onClick={() => void actions.refresh()}>
      {t('state.retry')}
    </Button>
  );
  if (!online)
    return <OfflineState headingLevel="h1" title={t('cart.offline')} text={t('cart.offlineText')} actions={retry} />;
  return <ErrorState headingLevel="h1" title={t('cart.failed')} text={t('cart.failedText')} actions={retry} />;
}
