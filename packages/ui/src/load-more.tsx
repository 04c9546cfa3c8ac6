import { Button } from './button.tsx';
import styles from './load-more.module.css';

interface LoadMoreProps {
  label: string;
  /** "24 of 113". */
  count?: string | undefined;
  pending?: boolean | undefined;
  /** Absent when there is no more. */
  onMore?: (() => void) | undefined;
}

/** The visitor asks for more, so that the page's end stays in reach. */
export const LoadMore = ({ label, count, pending, onMore }: LoadMoreProps) => (
  <div className={styles.more}>
    {count ? (
      <span className={styles.count} role="status">
        {count}
      </span>
    ) : null}
    {onMore ? (
      <Button pending={pending} onClick={onMore}>
        {label}
      </Button>
    ) : null}
  </div>
);
