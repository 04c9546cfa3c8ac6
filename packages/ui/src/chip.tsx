import type { ComponentProps } from 'react';
import styles from './chip.module.css';
import { CloseIcon } from './icons/close.tsx';
import { cx } from './cx.ts';

/** For a router's own link. */
export const chipClass = styles.chip;

/** A way to a group of things. `aria-current="page"` where we are in it. */
export const ChipLink = ({ className, children, ...rest }: ComponentProps<'a'>) => (
  <a {...rest} className={cx(styles.chip, className)}>
    {children}
  </a>
);

/** A choice in force that one click takes away; `removeLabel` says so ("Remove filter Jazz"). */
export const RemovableChip = ({
  removeLabel,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & { removeLabel: string }) => (
  <button type="button" {...rest} className={cx(styles.chip, className)} aria-label={removeLabel}>
    {children}
    <CloseIcon width="16" height="16" />
  </button>
);
