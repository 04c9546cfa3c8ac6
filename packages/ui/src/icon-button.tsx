import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './icon-button.module.css';

interface IconLook {
  /** Said, not shown. Names the count too where there is one ("Cart, 3 items"). */
  label: string;
  icon: ReactNode;
  /** Shown on the icon's corner when above zero. */
  count?: number | undefined;
}

const content = ({ icon, count }: Pick<IconLook, 'icon' | 'count'>) => (
  <>
    {icon}
    {count ? (
      <span className={styles.count} aria-hidden="true">
        {count > 99 ? '99+' : count}
      </span>
    ) : null}
  </>
);

export function IconButton({ label, icon, count, className, ...rest }: ComponentProps<'button'> & IconLook) {
  return (
    <button type="button" {...rest} className={cx(styles.button, className)} aria-label={label} title={label}>
      {content({ icon, count })}
    </button>
  );
}

export function IconLink({ label, icon, count, className, ...rest }: ComponentProps<'a'> & IconLook) {
  return (
    <a {...rest} className={cx(styles.button, className)} aria-label={label} title={label}>
      {content({ icon, count })}
    </a>
  );
}
