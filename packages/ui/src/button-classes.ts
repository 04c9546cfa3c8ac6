import styles from './button.module.css';
import { cx } from './cx.ts';

export interface ButtonLook {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'small' | 'medium' | 'large' | undefined;
  /** As wide as what holds it. */
  wide?: boolean | undefined;
}

export const buttonClasses = (
  { variant = 'secondary', size = 'medium', wide }: ButtonLook,
  className?: string | undefined,
): string => cx(styles.button, styles[variant], size !== 'medium' && styles[size], wide && styles.wide, className);
