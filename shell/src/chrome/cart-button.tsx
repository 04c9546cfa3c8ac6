import { serverSnapshots } from '@tessera/remote-kit/contexts/server-snapshots.ts';
import { IconButton } from '@tessera/ui/icon-button.tsx';
import { CartIcon } from '@tessera/ui/icons/cart.tsx';
import type { CartState } from '@tessera/contracts/shell-services.ts';
import { useShellContext, useStore } from './shell-context.ts';

export function CartButton() {
  const { services, ui, t } = useShellContext();
  const state = useStore<CartState>(services.cart, serverSnapshots.cart);
  const count = state.status === 'ready' ? state.cart.itemCount : 0;
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
