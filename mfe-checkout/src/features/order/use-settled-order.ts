import type { OrderView } from '@tessera/contracts/api/checkout.ts';
import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useCart } from '@tessera/remote-kit/contexts/hooks.ts';
import { useEffect, useState } from 'react';
import { phaseOf } from './order-phase.ts';
import { pollDelays } from './poll-delays.ts';

interface SettledOrder {
  order: OrderView;
  /** Whether the page is still looking by itself. */
  waiting: boolean;
  checkAgain(): void;
}

/** Looks again until the payment is confirmed: the provider's word may come after the buyer. */
export function useSettledOrder(first: OrderView): SettledOrder {
  const api = useApi('checkout');
  const { actions } = useCart();
  const [seen, setSeen] = useState(first);
  const [round, setRound] = useState(0);
  const [patientFor, setPatientFor] = useState<number | undefined>(0);
  const order = seen.id === first.id ? seen : first;
  const phase = phaseOf(order.state);
  const { id } = order;

  useEffect(() => {
    if (phase !== 'waiting') return;
    const abort = new AbortController();
    const look = async (): Promise<void> => {
      for (const delayMs of pollDelays()) {
        await pause(delayMs, abort.signal);
        const { data } = await api
          .GET('/api/checkout/orders/{id}', { params: { path: { id } }, signal: abort.signal })
          .catch(() => ({ data: undefined }));
        if (abort.signal.aborted) return;
        if (data && phaseOf(data.state) !== 'waiting') return setSeen(data);
      }
      setPatientFor(undefined);
    };
    look().catch(() => undefined);
    return () => abort.abort();
  }, [api, id, phase, round]);

  useEffect(() => {
    // What was paid has left the cart.
    if (phase === 'paid') void actions.refresh();
  }, [phase, actions, id]);

  return {
    order,
    waiting: phase === 'waiting' && patientFor === round,
    checkAgain() {
      setPatientFor(round + 1);
      setRound(round + 1);
    },
  };
}

const pause = (delayMs: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(new DOMException('no longer wanted', 'AbortError'));
      },
      { once: true },
    );
  });
