import type { Cart } from '@tessera/contracts/api/checkout.ts';
import { useAuth, useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { useInvalidFocus } from '@tessera/ui/use-invalid-focus.ts';
import type { FormEvent } from 'react';
import { hasUnavailable } from '../../shared/has-unavailable.ts';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import { AddressFields } from './address-fields.tsx';
import { ContactFields } from './contact-fields.tsx';
import styles from './checkout.module.css';
import { readForm, type FormProblems } from './domain/form.ts';
import { PayBar } from './pay-bar.tsx';
import { PayNote } from './pay-note.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { ReturnNotice } from './return-notice.tsx';
import { Summary } from './summary.tsx';
import { TermsField } from './terms-field.tsx';
import { useForm } from './use-form.ts';
import { usePay } from './use-pay.ts';
import { useQuote } from './use-quote.ts';

/** One page, one column of questions, and the summary always in view. */
export function FilledCheckout({ cart }: { cart: Cart }) {
  const t = useText();
  const { countries } = useBoot().tenant;
  const auth = useAuth().actions;
  const form = useForm(countries, cart.needsDelivery);
  const quote = useQuote(cart, form);
  const { paying, refusal, pay } = usePay(quote);
  const { form: element, focusInvalid } = useInvalidFocus();

  const refuse = (problems: FormProblems): void => {
    form.show(problems);
    focusInvalid();
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = readForm(form.values, form.format);
    if (!result.ok) return refuse(result.problems);
    // A total that is about to change is not one to agree to; the button says so too.
    if (quote.pending || hasUnavailable(quote.cart)) return;
    const refused = await pay(result.details);
    if (refused?.reason === 'fields') refuse(refused.problems);
    if (refused?.reason === 'signed-out') auth.signIn();
  };

  return (
    <div className={page.page}>
      <h1>{t('checkout.title')}</h1>
      <ReturnNotice />
      <form ref={element} className={page.columns} noValidate onSubmit={(event) => void submit(event)}>
        <div className={styles.questions}>
          <ContactFields form={form} />
          <AddressFields form={form} countries={countries} needsDelivery={cart.needsDelivery} />
          <TermsField form={form} />
          <PayNote cart={quote.cart} />
          <RefusalNotice refusal={refusal} />
        </div>
        <Summary quote={quote} />
        <PayBar quote={quote} paying={paying} />
      </form>
    </div>
  );
}
