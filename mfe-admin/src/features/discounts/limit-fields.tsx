import { Checkbox } from '@tessera/ui/checkbox.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import type { ComponentProps } from 'react';
import styles from './discounts.module.css';
import type { FormPart } from './form-part.ts';
import { SumFields } from './sum-fields.tsx';
import { useDiscountsText } from './text.ts';

/** When, from which sum on, how often, and beside what. */
export function LimitFields({ values, set, problemAt }: FormPart) {
  const t = useDiscountsText();
  const text = (
    field: 'from' | 'until' | 'quantity' | 'cap' | 'priority',
    more: Partial<ComponentProps<typeof TextField>> = {},
  ) => (
    <TextField
      label={t(`form.${field}`)}
      value={values[field]}
      error={problemAt(field)}
      inputMode="numeric"
      {...more}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
  const check = (field: 'oncePerCustomer' | 'firstOrderOnly' | 'combinable') => (
    <Checkbox
      label={t(`form.${field}`)}
      checked={values[field]}
      onChange={(event) => set({ [field]: event.target.checked })}
    />
  );
  const optional = t('form.optional');
  return (
    <>
      <div className={styles.pair}>
        {text('from', { type: 'datetime-local' })}
        {text('until', { type: 'datetime-local', optional })}
      </div>
      <SumFields
        legend={t('form.subtotals')}
        sums={values.subtotals}
        error={problemAt('subtotals')}
        onChange={(subtotals) => set({ subtotals })}
      />
      <div className={styles.pair}>
        {text('quantity', { optional })}
        {text('cap', { optional, hint: t('form.capHint') })}
      </div>
      {check('oncePerCustomer')}
      {check('firstOrderOnly')}
      {check('combinable')}
      {values.combinable ? text('priority', { hint: t('form.priorityHint') }) : null}
    </>
  );
}
