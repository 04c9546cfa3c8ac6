import { useAuth, usePricing } from '@tessera/remote-kit/contexts/hooks.ts';
import { useState } from 'react';
import { addressFormatOf, type AddressFormat } from './domain/address-format.ts';
import { emptyForm, readForm, type FormField, type FormProblems, type FormValues } from './domain/form.ts';
import { keptForm } from './storage.ts';

export interface CheckoutForm {
  values: FormValues;
  format: AddressFormat;
  problems: FormProblems;
  set(field: FormField, value: string | boolean): void;
  /** Says what is wrong with a field once the visitor has left it. */
  leave(field: FormField): void;
  show(problems: FormProblems): void;
  /** Says more, and forgets nothing that is said already. */
  add(problems: FormProblems): void;
}

/** The form's values and what is wrong with them. Begins with what was typed before, else with what is known. */
export function useForm(countries: readonly string[], needsDelivery: boolean): CheckoutForm {
  const known = useKnownValues(countries);
  const [values, setValues] = useState<FormValues>(() => keptForm.read() ?? known);
  const [problems, setProblems] = useState<FormProblems>({});
  const format = addressFormatOf(values.country, needsDelivery);

  const check = (field: FormField, next: FormValues): void => {
    const result = readForm(next, addressFormatOf(next.country, needsDelivery));
    const { [field]: _former, ...others } = problems;
    const problem = result.ok ? undefined : result.problems[field];
    setProblems(problem ? { ...others, [field]: problem } : others);
  };

  return {
    values,
    format,
    problems,
    set(field, value) {
      const next = { ...values, [field]: value, ...(field === 'country' ? { region: '', postalCode: '' } : {}) };
      setValues(next);
      keptForm.write(next);
      // While it is being righted, the error goes as soon as it is right.
      if (problems[field]) check(field, next);
    },
    leave(field) {
      if (values[field] !== '') check(field, values);
    },
    show: setProblems,
    add: (more) => setProblems((now) => ({ ...now, ...more })),
  };
}

function useKnownValues(countries: readonly string[]): FormValues {
  const auth = useAuth().state;
  const { country } = usePricing().state;
  const user = auth.signedIn === true ? auth.user : undefined;
  return {
    ...emptyForm,
    email: user?.email ?? '',
    name: user?.name ?? '',
    country: countries.includes(country) ? country : (countries[0] ?? ''),
  };
}
