import type { MoneyWire } from '@tessera/contracts/money.ts';
import { cx } from './cx.ts';
import { formatMoney } from './format-money.ts';
import styles from './price.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface PriceProps {
  amount: MoneyWire;
  locale: string;
  /** The former price, struck through; `compareAtLabel` ("before") is said with it. */
  compareAt?: MoneyWire | undefined;
  compareAtLabel?: string | undefined;
  /** Before the amount: "from". */
  prefix?: string | undefined;
  /** After it: "a month". */
  suffix?: string | undefined;
  /** Below it: how tax is dealt with. */
  note?: string | undefined;
  size?: 'normal' | 'large';
}

export function Price(props: PriceProps) {
  const { amount, locale, compareAt, compareAtLabel, prefix, suffix, note, size } = props;
  return (
    <span className={cx(styles.price, size === 'large' && styles.large)}>
      {prefix ? `${prefix} ` : null}
      <bdi className={styles.now}>{formatMoney(amount, locale)}</bdi>
      {suffix ? ` ${suffix}` : null}
      {compareAt ? (
        <s className={styles.before}>
          {compareAtLabel ? <VisuallyHidden>{compareAtLabel} </VisuallyHidden> : null}
          <bdi>{formatMoney(compareAt, locale)}</bdi>
        </s>
      ) : null}
      {note ? ' ' : null}
      {note ? <bdi className={styles.note}>{note}</bdi> : null}
    </span>
  );
}
