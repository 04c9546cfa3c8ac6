import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import type { Order } from '../../shared/types.ts';
import styles from './order-page.module.css';
import { useOrdersText } from './text.ts';
import type { RefundPreview } from './types.ts';

/** The exact sums: each part, the refund, the tax in it, and what is left. */
export function RefundPreviewList({ order, preview }: { order: Order; preview: RefundPreview }) {
  const t = useOrdersText();
  const { money } = useFormat();
  const titleOf = (id: string) => order.lines.find((line) => line.id === id)?.title ?? t('refund.delivery');
  return (
    <section aria-labelledby="refund-preview">
      <h3 id="refund-preview">{t('refund.preview')}</h3>
      <dl className={styles.totals}>
        {preview.parts.map(({ id, quantity, gross }) => (
          <div key={id} className={styles.tax}>
            <dt>
              {titleOf(id)}
              <span className={page.muted}>
                {quantity > 0 ? t('refund.pieces', { n: quantity }) : t('refund.money')}
              </span>
            </dt>
            <dd>{money(gross)}</dd>
          </div>
        ))}
        <div className={styles.total}>
          <dt>{t('refund.sum')}</dt>
          <dd>{money(preview.amount)}</dd>
        </div>
        {preview.taxes.map(({ label, amount }) => (
          <div key={label} className={styles.tax}>
            <dt>{t('refund.taxIn', { label })}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ))}
        <dt>{t('refund.after')}</dt>
        <dd>{money(preview.left)}</dd>
      </dl>
    </section>
  );
}
