import { TextField } from '@tessera/ui/text-field.tsx';
import type { ComponentProps } from 'react';
import { useText } from '../../shared/text.ts';
import type { FormField as FieldName } from './domain/form.ts';
import { useProblemText } from './problem-text.ts';
import type { CheckoutForm } from './use-form.ts';

type FormFieldProps = Omit<
  ComponentProps<typeof TextField>,
  'form' | 'name' | 'value' | 'onChange' | 'onBlur' | 'error'
> & {
  form: CheckoutForm;
  name: Exclude<FieldName, 'acceptedTerms'>;
};

/** A text field tied to one value of the form; its error appears when the visitor leaves it. */
export function FormField({ form, name, required, ...rest }: FormFieldProps) {
  const t = useText();
  return (
    <TextField
      {...rest}
      name={name}
      required={required}
      optional={required ? undefined : t('form.optional')}
      value={form.values[name]}
      error={useProblemText(form, name)}
      onChange={(event) => form.set(name, event.target.value)}
      onBlur={() => form.leave(name)}
    />
  );
}
