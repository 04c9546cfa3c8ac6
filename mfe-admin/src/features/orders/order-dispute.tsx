import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import type { Order } from '../../shared/types.ts';
import { useRoles } from '../../shared/use-roles.ts';
import { DisputeForm } from './dispute-form.tsx';
import { useOrdersText } from './text.ts';

/** A bank's claim: what it is about, until when it wants to hear the shop, and what the shop says. */
export function OrderDispute({ order }: { order: Order }) {
  const t = useOrdersText();
  const { money, dateTime } = useFormat();
  const isAdmin = useRoles().some((role) => role === 'admin' || role === 'platform');
  const { dispute } = order;
  if (!dispute) return null;
  const { status, inquiry, reason, amount, dueBy, requestedAt, sentAt, failure, evidence } = dispute;
  const isOpen = status === 'needs_response' && sentAt === undefined && (requestedAt === undefined || failure);
  return (
    <section className={page.panel} aria-labelledby="dispute">
      <h2 id="dispute">{t(inquiry ? 'dispute.inquiry' : 'dispute.title')}</h2>
      <p>
        <strong className={page.numeric}>{money(amount)}</strong>{' '}
        <bdi className={page.muted}>{reason.replaceAll('_', ' ')}</bdi>
      </p>
      <p>{t(`dispute.${status}`)}</p>
      {dueBy && status === 'needs_response' ? <p>{t('dispute.due', { at: dateTime(dueBy) })}</p> : null}
      {failure ? <p>{t('dispute.refused', { why: failure })}</p> : null}
      {isOpen && isAdmin ? <DisputeForm key={dispute.id} orderId={order.id} dispute={dispute} /> : null}
      {!isOpen && requestedAt ? (
        <>
          <p>{sentAt ? t('dispute.sent', { at: dateTime(sentAt) }) : t('dispute.onItsWay')}</p>
          <blockquote>
            <bdi>{evidence.text}</bdi>
          </blockquote>
        </>
      ) : null}
    </section>
  );
}
