import type { ReactNode } from 'react';
import styles from './field.module.css';
import { WarningIcon } from './icons/warning.tsx';

interface FieldErrorProps {
  id?: string | undefined;
  /** `alert` where it is no field's own and is to be said at once. */
  role?: 'alert' | undefined;
  children: ReactNode;
}

/** What is wrong and how to right it. */
export function FieldError({ id, role, children }: FieldErrorProps) {
  return (
    <div className={styles.error} id={id} role={role}>
      <WarningIcon width="16" height="16" />
      {children}
    </div>
  );
}
