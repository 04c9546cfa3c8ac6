import type { CartState } from '@tessera/contracts/shell-services.ts';
import { serverSnapshots } from '@tessera/remote-kit/contexts/server-snapshots.ts';
import { Button } from '@tessera/ui/button.tsx';
import { Drawer } from '@tessera/ui/drawer.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { LinkButton } from '@tessera/ui/link-button.tsx';
import { Spinner } from '@tessera/ui/spinner.tsx';
import { useHref, useShellContext, useStore } from '../chrome/shell-context.ts';
import { CartDrawerLine } from './cart-drawer-line.tsx';
import styles from './cart-drawer.module.css';

interface CartDrawerProps {
  open: boolean;
  onClose(): void;
}

export default function CartDrawer({ open, onClose }: CartDrawerProps) {
  const { services, t } = useShellContext();
  const state = useStore<CartState>(services.cart, serverSnapshots.cart);
  const filled = state.status === 'ready' && state.cart.lines.length > 0;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('cart')}
      closeLabel={t('close')}
      footer={filled ? <Totals cart={state.cart} onLeave={onClose} /> : null}
    >
      <Content state={state} />
    </Drawer>
  );
}

function Content({ state }: { state: CartState }) {
  const { services, t } = useShellContext();
  if (state.status === 'loading') return <Spinner label={t('cartLoading')} />;
  if (state.status === 'error')
    return (
      <ErrorState
        title={t('cartFailed')}
        text={t('cartFailedHint')}
        actions={<Button onClick={() => void services.cart.refresh()}>{t('retry')}</Button>}
      />
    );
  if (state.cart.lines.length === 0) return <EmptyState title={t('cartEmpty')} text={t('cartEmptyHint')} />;
  return (
    <ul className={styles.lines}>
      {state.cart.lines.map((line) => (
        <CartDrawerLine key={line.productId} line={line} busy={state.pending} />
      ))}
    </ul>
  );
}

function Totals({ cart, onLeave }: { cart: Extract<CartState, { status: 'ready' }>['cart']; onLeave(): void }) {
  const { t, formats } = useShellContext();
  const href = useHref();
  return (
    <div className={styles.totals}>
      <p className={styles.total}>
        <span>{t('subtotal')}</span>
        <b>{formats.money(cart.totals.subtotal)}</b>
      </p>
      <p className={styles.note}>{cart.totals.taxDisplay === 'inclusive' ? t('taxIncluded') : t('taxLater')}</p>
      <LinkButton variant="primary" wide href={href('/checkout')} onClick={onLeave}>
        {t('checkout')}
      </LinkButton>
      <LinkButton wide href={href('/cart')} onClick={onLeave}>
        {t('cartView')}
      </LinkButton>
    </div>
  );
}
