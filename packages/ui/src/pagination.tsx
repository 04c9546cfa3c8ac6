import { IconButton } from './icon-button.tsx';
import { ChevronEndIcon } from './icons/chevron-end.tsx';
import { ChevronStartIcon } from './icons/chevron-start.tsx';
import styles from './pagination.module.css';

interface PaginationProps {
  label: string;
  /** "1–50 of 812". */
  status: string;
  labels: { previous: string; next: string };
  /** Absent at that end. */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

/** Pages of a cursor: only back and on. */
export const Pagination = ({ label, status, labels, onPrevious, onNext }: PaginationProps) => (
  <nav className={styles.pagination} aria-label={label}>
    <span role="status">{status}</span>
    <span className={styles.buttons}>
      <IconButton label={labels.previous} icon={<ChevronStartIcon />} disabled={!onPrevious} onClick={onPrevious} />
      <IconButton label={labels.next} icon={<ChevronEndIcon />} disabled={!onNext} onClick={onNext} />
    </span>
  </nav>
);
