import type { ReactElement } from 'react';
import styles from './breadcrumbs.module.css';

interface BreadcrumbsProps {
  label: string;
  /** The way here, each step a keyed link. */
  links: readonly ReactElement[];
  /** Where we are. */
  current: string;
}

export const Breadcrumbs = ({ label, links, current }: BreadcrumbsProps) => (
  <nav aria-label={label}>
    <ol className={styles.list}>
      {links.map((link) => (
        <li key={link.key}>{link}</li>
      ))}
      <li>
        <bdi aria-current="page">{current}</bdi>
      </li>
    </ol>
  </nav>
);
