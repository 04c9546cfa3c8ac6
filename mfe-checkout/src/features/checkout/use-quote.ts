import type { Cart } from '@tessera/contracts/api/checkout.ts';
import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { usePricing } from '@tessera/remote-kit/contexts/hooks.ts';
import { toProblem } from '@tessera/remote-kit/problem-error.ts';
import { useEffect, useState } from 'react';
import { toFieldProblems } from './domain/refusal.ts';
import type { CheckoutForm } from './use-form.ts';

export interface Quote {
  cart: Cart;
  /** Names what was quoted; absent until an address has been quoted. */
  digest: string | undefined;
  pending: boolean;
  failed: boolean;
  retry(): void;
}

const settleMs = 300;

interface Answer {
  subject: string;
  quoted?: { cart: Cart; digest: string };
}

/** The cart priced for the address, anew as what decides tax changes. */
export function useQuote(cart: Cart, form: CheckoutForm): Quote {
  const api = useApi('checkout');
  const { currency } = usePricing().state;
  const { country, region, postalCode } = form.values;
  const regionMissing = form.format.fields.some(({ field }) => field === 'region') && region === '';
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  const subject = JSON.stringify([cart.id, cart.version, currency, country, region, postalCode, round]);
  const { add } = form;

  useEffect(() => {
    if (regionMissing || country === '') return;
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      const { data, error, response } = await api.POST('/api/checkout/quote', {
        // Tax asks for no name; the contract's address does.
        body: { address: { name: '-', country, ...(region ? { region } : {}), ...(postalCode ? { postalCode } : {}) } },
        params: { query: { currency, country } },
        signal: abort.signal,
      });
      if (abort.signal.aborted) return;
      setAnswer(data ? { subject, quoted: data } : { subject });
      if (error !== undefined) add(toFieldProblems(toProblem(error, response.status).errors ?? []));
    };
    const timer = setTimeout(
      () => void ask().catch(() => (abort.signal.aborted ? undefined : setAnswer({ subject }))),
      settleMs,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // The subject names everything a quote depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [subject, regionMissing, api]);

  const [lastQuoted, setLastQuoted] = useState<Answer['quoted']>();
  if (answer?.quoted && answer.quoted !== lastQuoted) setLastQuoted(answer.quoted);
  const current = answer?.subject === subject ? answer : undefined;
  return {
    cart: current?.quoted?.cart ?? lastQuoted?.cart ?? cart,
    digest: current?.quoted?.digest,
    pending: !regionMissing && country !== '' && current === undefined,
    failed: current !== undefined && current.quoted === undefined,
    retry: () => setRound((value) => value + 1),
  };
}
