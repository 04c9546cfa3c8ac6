import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import { ToastList } from '@tessera/ui/toast-list.tsx';
import { lazy, Suspense } from 'react';
import { useShellContext, useStore } from '../chrome/shell-context.ts';
import { emptyUi } from '../chrome/ui-store.ts';
import { Notices } from './notices.tsx';
import { useOpenedOnce } from './use-opened-once.ts';

const CartDrawer = lazy(() => import('./cart-drawer.tsx'));
const PreferencesDialog = lazy(() => import('./preferences-dialog.tsx'));

/** What stands over the page. Its panels' code is fetched when one is first opened. */
export function Overlay() {
  const { ui, t } = useShellContext();
  const { toasts, open, announcement } = useStore(ui.store, emptyUi);
  const close = (): void => ui.open(undefined);
  const cartOpened = useOpenedOnce(open === 'cart');
  const preferencesOpened = useOpenedOnce(open === 'preferences');
  return (
    <>
      <VisuallyHidden>
        <span role="status">{announcement}</span>
      </VisuallyHidden>
      <Notices />
      <ToastList label={t('notifications')} dismissLabel={t('dismiss')} toasts={toasts} onDismiss={ui.dismiss} />
      <Suspense>
        {cartOpened ? <CartDrawer open={open === 'cart'} onClose={close} /> : null}
        {preferencesOpened ? <PreferencesDialog open={open === 'preferences'} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
