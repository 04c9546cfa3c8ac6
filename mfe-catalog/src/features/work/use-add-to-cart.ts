import type { Problem } from '@tessera/contracts/http.ts';
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

/** Puts one more in the cart: shown at once, taken back with a word when the shop says no; kept where it is not reached. */
export function useAddToCart(productId: string, title: string): AddToCart {
  const t = useText();
  const { state, actions } = useCart();
  const { toast } = useShell();
  const [expected, setExpected] = useState<number>();
  const held = quantityOf(state, productId);

  const add = async () => {
    setExpected(held + 1);
    const change = await actions.setQuantity(productId, held + 1);
    setExpected(undefined);
    if (!change.ok) toast({ tone: 'danger', message: refusal(change.problem) });
    else if (change.waiting) toast({ message: t('work.addWaiting', { title }) });
    else
      toast({
        tone: 'positive',
        message: t('work.added', { title }),
        action: { label: t('work.viewCart'), run: () => actions.openDrawer() },
      });
  };

  const refusal = ({ code, detail, title: reason }: Problem): string =>
    code === 'offline' ? t('work.addOffline') : t('work.addFailed', { title, reason: detail ?? reason });

  return { inCart: expected ?? held, pending: expected !== undefined, add };
}

/** What waits for the network counts: it was the visitor's last word. */
export function quantityOf(state: CartState, productId: string): number {
  const waiting = state.waiting?.[productId];
  if (waiting !== undefined) return waiting;
  return state.status === 'ready' ? (state.cart.lines.find((line) => line.productId === productId)?.quantity ?? 0) : 0;
}
