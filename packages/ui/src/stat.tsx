import type { ReactNode } from 'react';
import styles from './stat.module.css';

interface StatProps {
  label: string;
  value: ReactNode;
  /** Change or context: "12 % more than last month". */
  note?: ReactNode;
  tone?: 'neutral' | 'positive' | 'danger';
}

/** One figure. Stand several in a `<dl>`-like grid of the caller's. */
export const Stat = ({ label, value, note, tone }: StatProps) => (
  <div className={styles.stat}>
    <span className={styles.label}>{label}</span>
    <span className={styles.value}>{value}</span>
    {note ? (
      <span className={styles.note} data-tone={tone}>
        {note}
      </span>
    ) : null}
  </div>
);
