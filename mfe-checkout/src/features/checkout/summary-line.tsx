import type { CartLine } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Cover } from '@tessera/ui/cover.tsx';
import { minus } from '../../shared/minus.ts';
import { useText } from '../../shared/text.ts';
import { LineNotice } from '../cart/line-notice.tsx';
import styles from './checkout.module.css';

export function SummaryLine({ line }: { line: CartLine }) {
  const t = useText();
  const { money, number } = useFormat();
  return (
    <li className={styles.line}>
      <Cover picture={line.cover} sizes="3.5rem" alt="" />
      <div>
        <p className={styles.lineTitle}>
          <bdi>{line.title}</bdi>
        </p>
        <p className={styles.why}>
          <bdi>{line.productTitle}</bdi>
          {line.quantity > 1 ? ` · ${t('checkout.times', { shown: number(line.quantity) })}` : null}
        </p>
        {line.interval ? <p className={styles.why}>{t(`renewal.line.${line.interval}`)}</p> : null}
        <LineNotice line={line} />
      </div>
      <p className={styles.amount}>
        {line.notice === 'unavailable' ? '–' : money(line.lineTotal)}
        {line.discount ? <span className={styles.lineDiscount}>{money(minus(line.discount))}</span> : null}
      </p>
    </li>
  );
}
