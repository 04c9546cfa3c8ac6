import type { CartState } from '@tessera/contracts/shell-services.ts';
import { useCart, useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';

interface AddToCart {
  /** How many the cart holds, counting the one that is on its way. */
  inCart: number;
  pending: boolean;
  add(): Promise<void>;
}

/** Puts one more in the cart: shown at once, taken back with a word when the shop says no. */
export function useAddToCart(productId: string, title: string): AddToCart {
  const t = useText();
  const { state, actions } = useCart();
  const { toast, offline } = useShell();
  const [expected, setExpected] = useState<number>();
  const held = quantityOf(state, productId);

  const add = async () => {
    if (!offline.get().online) return toast({ tone: 'danger', message: t('work.addOffline') });
    setExpected(held + 1);
    const change = await actions.setQuantity(productId, held + 1);
    setExpected(undefined);
    if (change.ok)
      toast({
        tone: 'positive',
        message: t('work.added', { title }),
        action: { label: t('work.viewCart'), run: () => actions.openDrawer() },
      });
    else
      toast({
        tone: 'danger',
        message: t('work.addFailed', { title, reason: change.problem.detail ?? change.problem.title }),
      });
  };

  return { inCart: expected ?? held, pending: expected !== undefined, add };
}

export const quantityOf = (state: CartState, productId: string): number =>
  state.status === 'ready' ? (state.cart.lines.find((line) => line.productId === productId)?.quantity ?? 0) : 0;
