import type { CheckoutDetails } from './domain/details.ts';
import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useBoot, useCart, useOffline, usePricing } from '@tessera/remote-kit/contexts/hooks.ts';
import { toProblem } from '@tessera/remote-kit/problem-error.ts';
import { useEffect, useRef, useState } from 'react';
import { nextAttempt, subjectOf } from './domain/attempt.ts';
import { type Refusal, toRefusal } from './domain/refusal.ts';
import type { Quote } from './use-quote.ts';
import { keptAttempt } from './storage.ts';

export interface Pay {
  paying: boolean;
  refusal: Refusal | undefined;
  pay(details: CheckoutDetails): Promise<Refusal | undefined>;
}

/** Opens the hosted payment page, once however often it is asked. */
export function usePay({ cart, digest }: Pick<Quote, 'cart' | 'digest'>): Pay {
  const open = useOpenPayment();
  const { online } = useOffline().state;
  const { actions } = useCart();
  const busy = useRef(false);
  const [paying, setPaying] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const settle = (result: Refusal | undefined): Refusal | undefined => {
    busy.current = result === undefined;
    setPaying(result === undefined);
    setRefusal(result);
    if (result && changesCart.has(result.reason)) void actions.refresh();
    return result;
  };

  useEffect(() => {
    // Back from the payment page by the browser's own cache: the button is free again.
    const release = (event: PageTransitionEvent): void => {
      if (!event.persisted) return;
      busy.current = false;
      setPaying(false);
    };
    window.addEventListener('pageshow', release);
    return () => window.removeEventListener('pageshow', release);
  }, []);

  return {
    paying,
    refusal,
    async pay(details) {
      if (busy.current) return undefined;
      if (!online) return settle({ reason: 'offline' });
      busy.current = true;
      setPaying(true);
      setRefusal(undefined);
      const result = await open({ ...details, ...(digest === undefined ? {} : { digest }) }, subjectOf(cart, details));
      return settle(result);
    },
  };
}

/** After these the cart is not what the page shows. */
const changesCart = new Set<Refusal['reason']>(['cart-changed', 'cart-empty', 'discount-gone']);

function useOpenPayment() {
  const api = useApi('checkout');
  const { locale } = useBoot();
  const { currency, country } = usePricing().state;

  const ask = async (details: CheckoutDetails, subject: string): Promise<Refusal | undefined> => {
    const attempt = nextAttempt(keptAttempt.read(), subject, () => crypto.randomUUID());
    keptAttempt.write(attempt);
    const { data, error, response } = await api.POST('/api/checkout/create-session', {
      body: { ...details, locale },
      params: { query: { currency, country }, header: { 'idempotency-key': attempt.key } },
    });
    if (!data) return toRefusal(toProblem(error, response.status));
    return goTo(data.url);
  };

  return async (details: CheckoutDetails, subject: string): Promise<Refusal | undefined> => {
    try {
      const first = await ask(details, subject);
      if (first?.reason !== 'start-again') return first;
      keptAttempt.clear();
      return await ask(details, subject);
    } catch {
      return { reason: 'failed' };
    }
  };
}

/** Only to a web page: an address from the API is still an address from outside. */
function goTo(address: string): Refusal | undefined {
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { reason: 'failed' };
  location.assign(url);
  return undefined;
}
