import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import type { Order } from '../../shared/types.ts';
import styles from './order-page.module.css';

/** Totals that explain themselves: which tax, at which rate, on what. */
export function OrderTotals({ totals }: Pick<Order, 'totals'>) {
  const t = useText();
  const { money } = useFormat();
  const isZero = (amountMinor: string) => /^-?0+$/.test(amountMinor);
  return (
    <section className={page.panel} aria-labelledby="totals">
      <h2 id="totals">{t('totals.title')}</h2>
      <dl className={styles.totals}>
        <dt>{t('totals.subtotal')}</dt>
        <dd>{money(totals.subtotal)}</dd>
        {isZero(totals.discount.amountMinor) ? null : (
          <>
            <dt>{t('totals.discount')}</dt>
            <dd>{money({ ...totals.discount, amountMinor: `-${totals.discount.amountMinor}` })}</dd>
          </>
        )}
        <dt>{t('totals.delivery')}</dt>
        <dd>{money(totals.delivery)}</dd>
        {totals.taxLines.map(({ label, amount, taxable, included }) => (
          <div key={`${label} ${taxable.amountMinor}`} className={styles.tax}>
            <dt>
              {label}
              <span className={page.muted}>
                {t(included ? 'totals.includedIn' : 'totals.addedTo', { sum: money(taxable) })}
              </span>
            </dt>
            <dd>{money(amount)}</dd>
          </div>
        ))}
        <div className={styles.total}>
          <dt>{t('totals.total')}</dt>
          <dd>{money(totals.total)}</dd>
        </div>
      </dl>
    </section>
  );
}
