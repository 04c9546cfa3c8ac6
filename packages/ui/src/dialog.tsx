import { DialogFrame, type DialogProps } from './dialog-frame.tsx';
import styles from './dialog.module.css';

/** A question or a short form in the middle of the page. */
export const Dialog = (props: DialogProps) => <DialogFrame {...props} className={styles.dialog ?? ''} />;
