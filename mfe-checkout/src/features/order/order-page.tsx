import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/private-head.ts';
import { useText } from '../../shared/text.ts';
import { RenewalNote } from '../totals/renewal-note.tsx';
import { Totals } from '../totals/totals.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderAddress } from './order-address.tsx';
import { OrderGivenBack } from './order-given-back.tsx';
import { OrderLines } from './order-lines.tsx';
import { phaseOf } from './order-phase.ts';
import { OrderStatus } from './order-status.tsx';
import styles from './order.module.css';
import { useSettledOrder } from './use-settled-order.ts';

export const head = privateHead('order.title');

/** What was ordered, whether it is paid, and where to find it. */
export default function OrderPage() {
  const t = useText();
  const { dateTime } = useFormat();
  const { order, waiting, checkAgain } = useSettledOrder(useRouteData('/api/checkout/orders/{id}'));
  const phase = phaseOf(order.state);
  const needsDelivery = order.lines.some(({ delivery }) => delivery === 'physical');
  return (
    <div className={page.page}>
      <OrderStatus order={order} phase={phase} waiting={waiting} onCheckAgain={checkAgain} />
      <OrderActions phase={phase} />
      <div className={page.columns}>
        <section aria-labelledby="order-lines" className={styles.section}>
          <h2 id="order-lines">{t(phase === 'paid' ? 'order.got' : 'order.lines')}</h2>
          <OrderLines order={order} inLibrary={phase === 'paid'} />
        </section>
        <section className={page.aside} aria-labelledby="order-facts">
          <h2 id="order-facts" className={styles.factsTitle}>
            {t('order.number', { number: order.number })}
          </h2>
          <p className={page.muted}>{t('order.placed', { date: dateTime(order.placedAt) })}</p>
          <Totals totals={order.totals} needsDelivery={needsDelivery} />
          <RenewalNote renewal={order.renewal} />
          {order.renewalOf ? <p>{t('renewal.of')}</p> : null}
          {order.invoiceNumber ? <p>{t('order.invoice', { number: order.invoiceNumber })}</p> : null}
          <OrderGivenBack givenBack={order.givenBack} />
          <OrderAddress order={order} needsDelivery={needsDelivery} />
        </section>
      </div>
    </div>
  );
}
