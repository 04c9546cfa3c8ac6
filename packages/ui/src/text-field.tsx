import { useId, type ComponentProps, type ReactNode } from 'react';
import { describedBy, Field, type FieldText } from './field.tsx';
import styles from './field.module.css';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'>, FieldText {
  id?: string;
  /** An icon at the start, inside the box. */
  icon?: ReactNode;
}

export function TextField({ label, labelHidden, hint, error, optional, className, icon, id, ...rest }: TextFieldProps) {
  const own = useId();
  const fieldId = id ?? own;
  const input = <input type="text" {...rest} {...describedBy(fieldId, { hint, error })} className={styles.control} />;
  return (
    <Field {...{ id: fieldId, label, labelHidden, hint, error, optional, className }}>
      {icon ? (
        <span className={styles.adorned}>
          {icon}
          {input}
        </span>
      ) : (
        input
      )}
    </Field>
  );
}
