import { useText } from '../../shared/text.ts';
import styles from './checkout.module.css';
import { FormField } from './form-field.tsx';
import type { CheckoutForm } from './use-form.ts';

export function ContactFields({ form }: { form: CheckoutForm }) {
  const t = useText();
  return (
    <fieldset className={styles.group}>
      <legend>{t('checkout.contact')}</legend>
      <FormField
        form={form}
        name="email"
        type="email"
        label={t('form.email')}
        hint={t('form.emailHint')}
        autoComplete="email"
        inputMode="email"
        maxLength={200}
        required
      />
    </fieldset>
  );
}
