import { cx } from './cx.ts';
import { DialogFrame, type DialogProps } from './dialog-frame.tsx';
import styles from './dialog.module.css';

/** A panel from the bottom edge, in reach of a thumb. */
export const Sheet = (props: DialogProps) => <DialogFrame {...props} className={cx(styles.dialog, styles.sheet)} />;
