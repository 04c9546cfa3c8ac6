import { splitLocale, toLocalePath } from '@tessera/contracts/locale-path.ts';
import type { PricingState } from '@tessera/contracts/shell-services.ts';
import { Button } from '@tessera/ui/button.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { type FormEvent, useState } from 'react';
import { languageNames } from '../chrome/language-names.ts';
import { useShellContext, useStore } from '../chrome/shell-context.ts';
import styles from './overlay.module.css';

interface PreferencesDialogProps {
  open: boolean;
  onClose(): void;
}

/** Language, currency and country. Another language is another address; prices change where one stands. */
export default function PreferencesDialog({ open, onClose }: PreferencesDialogProps) {
  const { services, t, formats } = useShellContext();
  const { tenant, locale } = services.boot;
  const pricing = useStore<PricingState>(services.pricing, services.pricing.get());
  const [choice, setChoice] = useState({ locale, currency: pricing.currency, country: pricing.country });

  const apply = (event: FormEvent): void => {
    event.preventDefault();
    services.pricing.choose({ currency: choice.currency, country: choice.country });
    onClose();
    if (choice.locale !== locale) goToLanguage();
  };
  const goToLanguage = (): void => {
    const { pathname, search, hash } = window.location;
    const { path } = splitLocale(tenant.locales, pathname);
    services.navigation.navigate(toLocalePath(tenant.locales, choice.locale, path + search) + hash);
  };
  const field = (key: keyof typeof choice, label: string, options: readonly { value: string; label: string }[]) => (
    <SelectField
      label={label}
      value={choice[key]}
      options={options}
      onChange={(event) => setChoice({ ...choice, [key]: event.target.value })}
    />
  );

  return (
    <Dialog open={open} onClose={onClose} title={t('preferences')} closeLabel={t('close')}>
      <form className={styles.preferences} onSubmit={apply}>
        {field(
          'locale',
          t('language'),
          tenant.locales.map((value) => ({ value, label: languageNames[value] })),
        )}
        {field(
          'currency',
          t('currency'),
          tenant.currencies.map((value) => ({ value, label: `${value} – ${formats.nameOf(value, 'currency')}` })),
        )}
        {field(
          'country',
          t('country'),
          tenant.countries.map((value) => ({ value, label: formats.nameOf(value, 'region') })),
        )}
        <Button type="submit" variant="primary">
          {t('apply')}
        </Button>
      </form>
    </Dialog>
  );
}
