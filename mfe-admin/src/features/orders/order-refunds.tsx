import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Badge } from '@tessera/ui/badge.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { useState, type ComponentProps } from 'react';
import page from '../../shared/page.module.css';
import timeline from '../../shared/timeline.module.css';
import type { Order } from '../../shared/types.ts';
import { useRoles } from '../../shared/use-roles.ts';
import { RefundDialog } from './refund-dialog.tsx';
import { refundProblem } from './refund-problem.ts';
import { useOrdersText } from './text.ts';

type Refund = Order['refunds'][number];

const tones: Record<Refund['state'], NonNullable<ComponentProps<typeof Badge>['tone']>> = {
  requested: 'neutral',
  succeeded: 'positive',
  failed: 'danger',
};

/** Every refund there was, what is left, and the way to the next one. */
export function OrderRefunds({ order }: { order: Order }) {
  const t = useOrdersText();
  const { money } = useFormat();
  const [asking, setAsking] = useState(false);
  const isAdmin = useRoles().some((role) => role === 'admin' || role === 'platform');
  const { refusal, amount } = order.refundable;
  return (
    <section className={page.panel} aria-labelledby="refunds">
      <h2 id="refunds">{t('refund.title')}</h2>
      {order.refunds.length === 0 ? <p className={page.muted}>{t('refund.none')}</p> : null}
      <ol className={timeline.timeline}>
        {order.refunds.map((refund) => (
          <RefundEntry key={refund.n} refund={refund} order={order} />
        ))}
      </ol>
      {refusal ? <p>{t(refundProblem(refusal))}</p> : <p>{t('refund.left', { amount: money(amount) })}</p>}
      {!refusal && isAdmin ? <Button onClick={() => setAsking(true)}>{t('refund.open')}</Button> : null}
      {!refusal && !isAdmin ? <p className={page.muted}>{t('refund.onlyAdmins')}</p> : null}
      {asking ? <RefundDialog order={order} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function RefundEntry({ refund, order }: { refund: Refund; order: Order }) {
  const t = useOrdersText();
  const { money, dateTime } = useFormat();
  const { state, amount, parts, requestedAt, requestedBy, reason, creditNoteNumber } = refund;
  const pieces = parts.filter(({ quantity }) => quantity > 0);
  const titleOf = (id: string) => order.lines.find((line) => line.id === id)?.title ?? t('refund.delivery');
  return (
    <li>
      <span className={page.facts}>
        <strong className={page.numeric}>{money(amount)}</strong>
        <Badge tone={tones[state]}>{t(`refund.${state}`)}</Badge>
      </span>
      <span>
        {pieces.length === 0
          ? t('refund.money')
          : pieces.map(({ id, quantity }) => `${quantity} × ${titleOf(id)}`).join(', ')}
      </span>
      {requestedBy === 'provider' ? <span className={page.muted}>{t('refund.byProvider')}</span> : null}
      {reason ? <bdi>{t('refund.why', { reason })}</bdi> : null}
      {creditNoteNumber ? <bdi>{t('refund.creditNote', { number: creditNoteNumber })}</bdi> : null}
      <time className={page.muted} dateTime={requestedAt}>
        {dateTime(requestedAt)}
      </time>
    </li>
  );
}
