import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { CheckIcon } from './icons/check.tsx';
import { CloseIcon } from './icons/close.tsx';
import { WarningIcon } from './icons/warning.tsx';
import styles from './toast-list.module.css';

export interface ToastEntry {
  id: string;
  message: string;
  tone?: 'neutral' | 'positive' | 'danger' | undefined;
  action?: { label: string; run: () => void } | undefined;
}

interface ToastListProps {
  /** Names the region: "Notifications". */
  label: string;
  dismissLabel: string;
  toasts: readonly ToastEntry[];
  onDismiss(id: string): void;
}

const icons = { neutral: null, positive: <CheckIcon />, danger: <WarningIcon /> };

/** Stays in the page while empty, so that screen readers hear the first toast too. How long one stays is the caller's. */
export function ToastList({ label, dismissLabel, toasts, onDismiss }: ToastListProps) {
  return (
    <div className={styles.list} role="region" aria-label={label} aria-live="polite">
      {toasts.map(({ id, message, tone = 'neutral', action }) => (
        <div key={id} className={cx(styles.toast, tone === 'danger' && styles.danger)}>
          {icons[tone]}
          <span>{message}</span>
          {action ? (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                action.run();
                onDismiss(id);
              }}
            >
              {action.label}
            </button>
          ) : null}
          <IconButton label={dismissLabel} icon={<CloseIcon width="18" height="18" />} onClick={() => onDismiss(id)} />
        </div>
      ))}
    </div>
  );
}
