import { Checkbox } from '@tessera/ui/checkbox.tsx';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import type { DiscountValues } from './discount-values.ts';
import styles from './discounts.module.css';
import type { FormPart } from './form-part.ts';
import { SumFields } from './sum-fields.tsx';
import { useDiscountsText } from './text.ts';

const kinds = ['percent', 'amount', 'buy-x-get-y', 'free-delivery'] as const satisfies DiscountValues['kind'][];

/** What it gives. */
export function OfferFields({ values, set, problemAt }: FormPart) {
  const t = useDiscountsText();
  const { kind } = values;
  const number = (field: 'buy' | 'get') => (
    <TextField
      label={t(`form.${field}`)}
      value={values[field]}
      error={problemAt(field)}
      inputMode="numeric"
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
  return (
    <>
      <SelectField
        label={t('form.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`form.kind.${value}`) }))}
        onChange={(event) => set({ kind: kinds.find((each) => each === event.target.value) ?? 'percent' })}
      />
      {kind === 'buy-x-get-y' ? (
        <div className={styles.pair}>
          {number('buy')}
          {number('get')}
        </div>
      ) : null}
      {kind === 'percent' || kind === 'buy-x-get-y' ? (
        <TextField
          label={t('form.percent')}
          value={values.percent}
          error={problemAt('percent')}
          inputMode="decimal"
          onChange={(event) => set({ percent: event.target.value })}
        />
      ) : null}
      {kind === 'percent' ? (
        <Checkbox
          label={t('form.forever')}
          checked={values.forever}
          onChange={(event) => set({ forever: event.target.checked })}
        />
      ) : null}
      {kind === 'amount' ? (
        <SumFields
          legend={t('form.amounts')}
          sums={values.amounts}
          error={problemAt('amounts')}
          onChange={(amounts) => set({ amounts })}
        />
      ) : null}
    </>
  );
}
