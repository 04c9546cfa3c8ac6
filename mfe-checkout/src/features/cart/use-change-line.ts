import type { CartLine } from '@tessera/contracts/api/checkout.ts';
import { useCart, useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import type { RefObject } from 'react';
import { useText } from '../../shared/text.ts';

export type ChangeLine = (line: CartLine, quantity: number) => Promise<void>;

/** Sets a line's quantity; taking it out can be undone. `fallback` gets the focus that the line took with it. */
export function useChangeLine(fallback: RefObject<HTMLElement | null>): ChangeLine {
  const t = useText();
  const { toast } = useShell();
  const { actions } = useCart();

  const set = async (line: CartLine, quantity: number): Promise<boolean> => {
    const change = await actions.setQuantity(line.productId, quantity);
    if (!change.ok)
      toast({
        tone: 'danger',
        message: t(change.problem.status === 412 ? 'cart.stale' : 'cart.changeFailed', { title: line.title }),
      });
    return change.ok;
  };

  return async (line, quantity) => {
    if (!(await set(line, quantity)) || quantity > 0) return;
    fallback.current?.focus();
    toast({
      message: t('cart.removed', { title: line.title }),
      action: { label: t('cart.undo'), run: () => void set(line, line.quantity) },
    });
  };
}
