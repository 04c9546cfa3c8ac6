import type { ComponentProps, ReactNode } from 'react';
import styles from './checkbox.module.css';
import { cx } from './cx.ts';
import { CheckIcon } from './icons/check.tsx';

interface CheckboxProps extends ComponentProps<'input'> {
  label: ReactNode;
  /** Shown at the row's end, e.g. how many a filter would leave. */
  end?: ReactNode;
}

export function Checkbox({ label, end, className, ...rest }: CheckboxProps) {
  return (
    <label className={cx(styles.row, className)}>
      <span className={styles.box}>
        <input type="checkbox" {...rest} />
        <CheckIcon width="16" height="16" strokeWidth="2.5" />
      </span>
      <span className={styles.text}>{label}</span>
      {end === undefined ? null : <span className={styles.end}>{end}</span>}
    </label>
  );
}
