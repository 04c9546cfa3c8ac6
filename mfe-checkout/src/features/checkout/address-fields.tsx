import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { useText } from '../../shared/text.ts';
import styles from './checkout.module.css';
import type { FieldRule } from './domain/address-format.ts';
import { FormField } from './form-field.tsx';
import { useProblemText } from './problem-text.ts';
import type { CheckoutForm } from './use-form.ts';

interface AddressFieldsProps {
  form: CheckoutForm;
  countries: readonly string[];
  needsDelivery: boolean;
}

/** Asks what the chosen country needs, in the order it writes it. */
export function AddressFields({ form, countries, needsDelivery }: AddressFieldsProps) {
  const t = useText();
  const { nameOf } = useFormat();
  const options = countries.map((code) => ({ value: code, label: nameOf(code, 'region') }));
  return (
    <fieldset className={styles.group}>
      <legend>{t(needsDelivery ? 'checkout.delivery' : 'checkout.billing')}</legend>
      {needsDelivery ? null : <p className={styles.why}>{t('checkout.billingWhy')}</p>}
      <FormField form={form} name="name" label={t('form.name')} autoComplete="name" maxLength={120} required />
      <SelectField
        name="country"
        label={t('form.country')}
        autoComplete="country"
        options={options}
        value={form.values.country}
        error={useProblemText(form, 'country')}
        required
        onChange={(event) => form.set('country', event.target.value)}
      />
      {form.format.fields.map((rule) => (
        <AddressPart key={rule.field} form={form} rule={rule} />
      ))}
    </fieldset>
  );
}

function AddressPart({ form, rule: { field, required } }: { form: CheckoutForm; rule: FieldRule }) {
  const t = useText();
  const { format } = form;
  if (field === 'region' && format.regions) return <RegionField form={form} />;
  if (field === 'postalCode')
    return (
      <FormField
        form={form}
        name="postalCode"
        label={t(`form.postal.${format.postalLabel}`)}
        hint={format.postalExample && t('form.postalHint', { example: format.postalExample })}
        autoComplete="postal-code"
        pattern={format.postalPattern?.source}
        maxLength={20}
        required={required}
      />
    );
  return (
    <FormField
      form={form}
      name={field}
      label={t(`form.${field}`)}
      autoComplete={autoComplete[field]}
      maxLength={field === 'city' ? 80 : 120}
      required={required}
    />
  );
}

const autoComplete = {
  line1: 'address-line1',
  line2: 'address-line2',
  city: 'address-level2',
  region: 'address-level1',
} as const;

function RegionField({ form }: { form: CheckoutForm }) {
  const t = useText();
  const { regions = [], regionLabel } = form.format;
  return (
    <SelectField
      name="region"
      label={t(`form.region.${regionLabel}`)}
      autoComplete="address-level1"
      options={[
        { value: '', label: t(`form.regionChoose.${regionLabel}`) },
        ...regions.map(([value, label]) => ({ value, label })),
      ]}
      value={form.values.region}
      error={useProblemText(form, 'region')}
      required
      onChange={(event) => form.set('region', event.target.value)}
    />
  );
}
