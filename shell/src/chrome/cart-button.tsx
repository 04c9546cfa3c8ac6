import { serverSnapshots } from '@tessera/remote-kit/contexts/server-snapshots.ts';
import { IconButton } from '@tessera/ui/icon-button.tsx';
import { CartIcon } from '@tessera/ui/icons/cart.tsx';
import type { CartState } from '@tessera/contracts/shell-services.ts';
import { useShellContext, useStore } from './shell-context.ts';

/** What was put in without a network, where the cart itself is not known. */
const waitingIn = ({ waiting = {} }: CartState): number =>
  Object.values(waiting).reduce((sum, quantity) => sum + quantity, 0);

export function CartButton() {
  const { services, ui, t } = useShellContext();
  const state = useStore<CartState>(services.cart, serverSnapshots.cart);
  const count = state.status === 'ready' ? state.cart.itemCount : waitingIn(state);
  return (
    <IconButton
      label={t('cartWithCount', { count })}
      icon={<CartIcon />}
      count={count}
      aria-haspopup="dialog"
      onClick={() => ui.open('cart')}
    />
  );
}
