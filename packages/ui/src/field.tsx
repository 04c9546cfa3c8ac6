import type { ReactNode } from 'react';
import styles from './field.module.css';
import { cx } from './cx.ts';
import { FieldError } from './field-error.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface FieldText {
  label: string;
  /** Label is said, not shown: where the place alone tells what to type. */
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  /** What is wrong and how to right it. */
  error?: string | undefined;
  /** Word shown after the label, e.g. "optional". */
  optional?: string | undefined;
}

interface FieldProps extends FieldText {
  id: string;
  className?: string | undefined;
  children: ReactNode;
}

/** Label, control, hint and error, tied together by id. */
export function Field({ id, label, labelHidden, hint, error, optional, className, children }: FieldProps) {
  const text = (
    <label className={styles.label} htmlFor={id}>
      {label}
      {optional ? <span className={styles.optional}> ({optional})</span> : null}
    </label>
  );
  return (
    <div className={cx(styles.field, className)}>
      {labelHidden ? <VisuallyHidden>{text}</VisuallyHidden> : text}
      {children}
      {hint ? (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}

/** What ties a control to its field's texts. */
export const describedBy = (id: string, { hint, error }: Pick<FieldText, 'hint' | 'error'>) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
});
