import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { cx } from './cx.ts';

interface BadgeProps {
  tone?: 'neutral' | 'accent' | 'positive' | 'warning' | 'danger';
  children: ReactNode;
}

export const Badge = ({ tone = 'neutral', children }: BadgeProps) => (
  <span className={cx(styles.badge, tone !== 'neutral' && styles[tone])}>{children}</span>
);
