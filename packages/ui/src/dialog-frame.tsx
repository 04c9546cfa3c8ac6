import { useId, type ReactNode } from 'react';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { CloseIcon } from './icons/close.tsx';
import { useModal } from './use-modal.ts';

export interface DialogProps {
  open: boolean;
  onClose(): void;
  title: string;
  closeLabel: string;
  /** `false` while closing would lose something: then only what the caller puts into it closes it. */
  dismissable?: boolean | undefined;
  /** Stays in view below what scrolls. */
  footer?: ReactNode;
  children: ReactNode;
}

interface FrameProps extends DialogProps {
  className: string;
  modal?: boolean | undefined;
}

/** What dialog, drawer and sheet have in common; they differ in where they stand. */
export function DialogFrame(props: FrameProps) {
  const { open, onClose, title, closeLabel, dismissable, footer, children, className, modal } = props;
  const dialog = useModal({ open, onClose, dismissable, modal });
  const titleId = useId();
  return (
    // Clicks on the backdrop land on the dialog; the keyboard has Escape for it.
    <dialog {...dialog} className={className} aria-labelledby={titleId}>
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          {dismissable === false ? null : <IconButton label={closeLabel} icon={<CloseIcon />} onClick={onClose} />}
        </div>
        <div className={styles.content}>{children}</div>
        {footer ? <div className={styles.foot}>{footer}</div> : null}
      </div>
    </dialog>
  );
}
