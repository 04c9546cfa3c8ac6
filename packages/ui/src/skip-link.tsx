import type { ReactNode } from 'react';
import styles from './skip-link.module.css';

/** First thing on a page: seen only with focus, and leads past the chrome. `to` is a fragment, `#main`. */
export const SkipLink = ({ to, children }: { to: `#${string}`; children: ReactNode }) => (
  <a className={styles.link} href={to}>
    {children}
  </a>
);
