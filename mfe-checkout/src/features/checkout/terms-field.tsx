import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Checkbox } from '@tessera/ui/checkbox.tsx';
import { FieldError } from '@tessera/ui/field-error.tsx';
import { useId } from 'react';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import styles from './checkout.module.css';
import { useProblemText } from './problem-text.ts';
import type { CheckoutForm } from './use-form.ts';

export function TermsField({ form }: { form: CheckoutForm }) {
  const t = useText();
  const id = useId();
  const error = useProblemText(form, 'acceptedTerms');
  return (
    <div className={styles.terms}>
      <Checkbox
        name="acceptedTerms"
        label={t('form.terms')}
        checked={form.values.acceptedTerms}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        onChange={(event) => form.set('acceptedTerms', event.target.checked)}
      />
      <p className={styles.why}>
        <Link to={paths.help} target="_blank">
          {t('form.termsMore')}
        </Link>
      </p>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}
