import styles from './spinner.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Silent beside text; give it a `label` where it stands alone. */
export function Spinner({ label }: { label?: string }) {
  return label ? (
    <span role="status">
      <span className={styles.spinner} aria-hidden="true" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  ) : (
    <span className={styles.spinner} aria-hidden="true" />
  );
}
