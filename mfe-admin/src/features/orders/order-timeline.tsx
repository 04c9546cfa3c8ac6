import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import type { MessageKey } from '../../shared/text.ts';
import styles from '../../shared/timeline.module.css';
import type { Order } from '../../shared/types.ts';
import { useOrdersText, type OrdersKey } from './text.ts';

/** What happens to orders, in the words of the slice that writes it; anything else is shown as it is written. */
const words: Record<string, MessageKey | OrdersKey> = {
  placed: 'timeline.placed',
  paid: 'timeline.paid',
  'payment-pending': 'timeline.paymentPending',
  expired: 'timeline.expired',
  superseded: 'timeline.superseded',
  invoiced: 'timeline.invoiced',
  fulfilled: 'timeline.fulfilled',
  review: 'timeline.review',
  'refund-requested': 'timeline.refundRequested',
  'refund-failed': 'timeline.refundFailed',
  'refunded-full': 'timeline.refundedFull',
  'refunded-part': 'timeline.refundedPart',
  'dispute-opened': 'timeline.disputeOpened',
  'dispute-answer-requested': 'timeline.disputeAnswerRequested',
  'dispute-answered': 'timeline.disputeAnswered',
  'dispute-answer-refused': 'timeline.disputeAnswerRefused',
  'dispute-won': 'timeline.disputeWon',
  'dispute-lost': 'timeline.disputeLost',
};

export function OrderTimeline({ timeline }: Pick<Order, 'timeline'>) {
  const t = useOrdersText();
  const { dateTime } = useFormat();
  return (
    <section className={page.panel} aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.title')}</h2>
      <ol className={styles.timeline}>
        {timeline.toReversed().map(({ at, what, detail }) => (
          <li key={`${at} ${what}`}>
            <span>{words[what] ? t(words[what]) : what}</span>
            {detail ? <bdi className={page.muted}>{detail}</bdi> : null}
            <time className={page.muted} dateTime={at}>
              {dateTime(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
