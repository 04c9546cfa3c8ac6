import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat, useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { useEffect, useRef, useState } from 'react';
import type { Order } from '../../shared/types.ts';
import { useOrdersText } from './text.ts';
import type { RefundPreview, RefundWish } from './types.ts';

interface Seen {
  /** Of the wish it is about, as text. */
  wish: string;
  preview?: RefundPreview | undefined;
  /** Code of what stands in its way. */
  problem?: string | undefined;
}

const typingPauseMs = 200;

/** A refund that is being decided on: what exactly it would give back, and the sending of it, once. */
export function useRefund(order: Order, wish: RefundWish | undefined, onDone: () => void) {
  const t = useOrdersText();
  const api = useApi('admin');
  const { toast } = useShell();
  const { money } = useFormat();
  const revalidate = useRevalidate();
  const [seen, setSeen] = useState<Seen>();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  // One key for one decision: a second click, or a second try after no answer, is the same refund.
  const sending = useRef<{ said: string; key: string }>(undefined);
  const running = useRef(false);
  const said = wish ? JSON.stringify(wish) : '';

  useEffect(() => {
    if (said === '') return undefined;
    let current = true;
    const timer = setTimeout(() => {
      const body = JSON.parse(said) as RefundWish;
      void api
        .POST('/api/admin/orders/{id}/refunds/preview', { params: { path: { id: order.id } }, body })
        .then(({ data, error }) => (data ? { preview: data } : { problem: error?.code ?? 'other' }))
        .catch(() => ({ problem: 'unreachable' }))
        .then((answer) => (current ? setSeen({ wish: said, ...answer }) : undefined));
    }, typingPauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, order.id, said]);

  const shown = seen?.wish === said ? seen : undefined;

  async function send(more: { restock: boolean; reason: string }): Promise<void> {
    const preview = shown?.preview;
    if (!wish || !preview || running.current) return;
    running.current = true;
    setPending(true);
    const reason = more.reason.trim();
    const body = { ...wish, restock: more.restock, expected: preview.amount, ...(reason ? { reason } : {}) };
    const decision = JSON.stringify(body);
    if (sending.current?.said !== decision) sending.current = { said: decision, key: crypto.randomUUID() };
    const answer = await api
      .POST('/api/admin/orders/{id}/refunds', {
        params: { path: { id: order.id }, header: { 'idempotency-key': sending.current.key } },
        body,
      })
      .catch(() => undefined);
    running.current = false;
    setPending(false);
    if (!answer?.data) return setProblem(answer?.error?.code ?? 'unreachable');
    onDone();
    toast({ message: t('refund.sent', { amount: money(answer.data.amount) }), tone: 'positive' });
    await revalidate();
  }

  return {
    preview: shown?.preview,
    problem: problem ?? shown?.problem,
    pending,
    send,
    forget: () => setProblem(undefined),
  };
}
