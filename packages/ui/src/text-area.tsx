import { useId, type ComponentProps } from 'react';
import { describedBy, Field, type FieldText } from './field.tsx';
import styles from './field.module.css';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id'>, FieldText {
  id?: string;
}

export function TextArea({ label, labelHidden, hint, error, optional, className, id, ...rest }: TextAreaProps) {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Field {...{ id: fieldId, label, labelHidden, hint, error, optional, className }}>
      <textarea rows={3} {...rest} {...describedBy(fieldId, { hint, error })} className={styles.control} />
    </Field>
  );
}
