import type { Cart } from '@tessera/contracts/api/checkout.ts';
import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useCart, useOffline, usePricing } from '@tessera/remote-kit/contexts/hooks.ts';
import { toProblem } from '@tessera/remote-kit/problem-error.ts';
import { useRef, useState } from 'react';
import { reasonOf, type CodeProblem } from './code-problem.ts';

type Outcome = { done: 'applied' | 'removed'; code: string } | { problem: CodeProblem } | undefined;

export interface Codes {
  outcome: Outcome;
  pending: boolean;
  apply(code: string): Promise<boolean>;
  remove(code: string): Promise<boolean>;
  forget(): void;
}

/** Enters codes in the cart and takes them out; each write names the version it was made from, and may be repeated. */
export function useCodes({ version }: Cart): Codes {
  const api = useApi('checkout');
  const { actions } = useCart();
  const { online } = useOffline().state;
  const { currency, country, locale } = usePricing().state;
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  const settle = (next: Outcome): boolean => {
    busy.current = false;
    setPending(false);
    setOutcome(next);
    return next !== undefined && 'done' in next;
  };

  const write = async (done: 'applied' | 'removed', code: string, send: () => Promise<CodeProblem | undefined>) => {
    if (busy.current) return false;
    if (!online) return settle({ problem: 'offline' });
    busy.current = true;
    setPending(true);
    try {
      const problem = await send();
      // Also after a stale write: the reader sees the cart as it is before trying again.
      if (problem === undefined || problem === 'stale') await actions.refresh();
      return settle(problem === undefined ? { done, code } : { problem });
    } catch {
      return settle({ problem: 'failed' });
    }
  };

  const header = () => ({ 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() });
  const query = { currency, country, locale };
  return {
    outcome,
    pending,
    forget: () => setOutcome(undefined),
    apply: (code) =>
      write('applied', code, async () => {
        const { error, response } = await api.POST('/api/cart/codes', {
          body: { code },
          params: { query, header: header() },
        });
        return error === undefined ? undefined : reasonOf(toProblem(error, response.status));
      }),
    remove: (code) =>
      write('removed', code, async () => {
        const { error, response } = await api.DELETE('/api/cart/codes/{code}', {
          params: { path: { code }, query, header: header() },
        });
        return error === undefined ? undefined : reasonOf(toProblem(error, response.status));
      }),
  };
}
