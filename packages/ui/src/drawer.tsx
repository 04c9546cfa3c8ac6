import { cx } from './cx.ts';
import { DialogFrame, type DialogProps } from './dialog-frame.tsx';
import styles from './dialog.module.css';

interface DrawerProps extends DialogProps {
  side?: 'start' | 'end';
  /** `false` leaves the page behind usable, e.g. beside a chat. */
  modal?: boolean;
}

/** A full-height panel from the side. */
export const Drawer = ({ side = 'end', modal = true, ...props }: DrawerProps) => (
  <DialogFrame
    {...props}
    modal={modal}
    className={cx(styles.dialog, styles.drawer, side === 'start' && styles.start, !modal && styles.modeless)}
  />
);
