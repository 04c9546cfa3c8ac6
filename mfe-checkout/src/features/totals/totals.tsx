import type { Totals as TotalsData } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useText } from '../../shared/text.ts';
import { isZero, toTotalsRows, type TotalsRow } from './totals-rows.ts';
import styles from './totals.module.css';

interface TotalsProps {
  totals: TotalsData;
  needsDelivery: boolean;
  /** A newer quote is on its way. */
  pending?: boolean;
}

export function Totals({ totals, needsDelivery, pending }: TotalsProps) {
  const t = useText();
  return (
    <div className={styles.totals} aria-busy={pending || undefined}>
      <dl>
        {toTotalsRows({ totals, needsDelivery }).map((row) => (
          <Row key={'label' in row ? `${row.kind} ${row.label}` : row.kind} row={row} />
        ))}
      </dl>
      {totals.estimated ? <p className={styles.note}>{t('totals.estimated')}</p> : null}
    </div>
  );
}

function Row({ row }: { row: TotalsRow }) {
  const t = useText();
  const { money } = useFormat();
  switch (row.kind) {
    case 'delivery-later':
    case 'tax-later':
      return (
        <div className={styles.row}>
          <dt>{t(row.kind === 'tax-later' ? 'totals.tax' : 'totals.delivery')}</dt>
          <dd className={styles.note}>{t('totals.atCheckout')}</dd>
        </div>
      );
    case 'tax':
      return (
        <div className={styles.row}>
          <dt>
            {row.label} <span className={styles.note}>{t('totals.taxedOn', { amount: money(row.taxable) })}</span>
          </dt>
          <dd>{money(row.amount)}</dd>
        </div>
      );
    case 'included-tax':
      return (
        <div className={styles.included}>
          <dt>{t('totals.includes', { label: row.label })}</dt>
          <dd>{money(row.amount)}</dd>
        </div>
      );
    case 'delivery':
      return (
        <div className={styles.row}>
          <dt>{t('totals.delivery')}</dt>
          <dd>{isZero(row.amount) ? t('totals.free') : money(row.amount)}</dd>
        </div>
      );
    default:
      return (
        <div className={row.kind === 'total' ? styles.total : styles.row}>
          <dt>{t(`totals.${row.kind}`)}</dt>
          <dd>{money(row.amount)}</dd>
        </div>
      );
  }
}
