import { useId, type ComponentProps } from 'react';
import { describedBy, Field, type FieldText } from './field.tsx';
import styles from './field.module.css';
import { ChevronDownIcon } from './icons/chevron-down.tsx';

interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'children'>, FieldText {
  id?: string;
  options: readonly { value: string; label: string; disabled?: boolean }[];
}

/** A native select: phones and keyboards know it. */
export function SelectField(props: SelectFieldProps) {
  const { label, labelHidden, hint, error, optional, className, options, id, ...rest } = props;
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Field {...{ id: fieldId, label, labelHidden, hint, error, optional, className }}>
      <span className={styles.select}>
        <select {...rest} {...describedBy(fieldId, { hint, error })} className={styles.control}>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDownIcon width="18" height="18" />
      </span>
    </Field>
  );
}
