import type { ComponentProps, ReactNode } from 'react';
import styles from './checkbox.module.css';
import { cx } from './cx.ts';

/** Takes effect at once; where something must still be saved, use a checkbox. */
export function Switch({ label, className, ...rest }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={cx(styles.row, className)}>
      <span className={styles.track}>
        <input type="checkbox" role="switch" {...rest} />
      </span>
      <span className={styles.text}>{label}</span>
    </label>
  );
}
