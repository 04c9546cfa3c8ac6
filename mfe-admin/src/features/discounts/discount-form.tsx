import { FieldError } from '@tessera/ui/field-error.tsx';
import { useInvalidFocus } from '@tessera/ui/use-invalid-focus.ts';
import { useRef, useState, type FormEvent } from 'react';
import page from '../../shared/page.module.css';
import { CodeFields } from './code-fields.tsx';
import { newDiscount, valuesOf, type DiscountValues } from './discount-values.ts';
import type { FormPart } from './form-part.ts';
import { LimitFields } from './limit-fields.tsx';
import { OfferFields } from './offer-fields.tsx';
import { readDiscount, type DiscountProblems } from './read-discount.ts';
import { ScopeFields } from './scope-fields.tsx';
import { useDiscountsText, type DiscountsKey } from './text.ts';
import type { Discount } from './types.ts';
import { useSaveDiscount } from './use-save-discount.ts';

interface DiscountFormProps {
  id: string;
  discount: Discount | undefined;
  pending: boolean;
  onPending(pending: boolean): void;
  onDone(): void;
}

/** How it comes, what it gives, on what, and how often. */
export function DiscountForm({ id, discount, pending, onPending, onDone }: DiscountFormProps) {
  const t = useDiscountsText();
  const save = useSaveDiscount(discount);
  const [values, setValues] = useState(() => (discount ? valuesOf(discount) : newDiscount(new Date())));
  const [problems, setProblems] = useState<DiscountProblems>({});
  const [all, setAll] = useState<DiscountsKey>();
  const { form, focusInvalid } = useInvalidFocus();
  // A second submit comes before the first one is rendered.
  const running = useRef(false);

  const refuse = (found: DiscountProblems): void => {
    setProblems(found);
    focusInvalid();
  };

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAll(undefined);
    const read = readDiscount(values);
    if (!read.ok) return refuse(read.problems);
    if (running.current || pending) return;
    running.current = true;
    onPending(true);
    const outcome = await save(read);
    running.current = false;
    onPending(false);
    if (outcome.ok) return onDone();
    setAll(outcome.all);
    refuse(outcome.problems);
  }

  const part: FormPart = {
    values,
    set: (change: Partial<DiscountValues>) => setValues((before) => ({ ...before, ...change })),
    problemAt: (field) => {
      const problem = problems[field];
      return problem && t(`problem.${problem}`);
    },
    isNew: discount === undefined,
  };
  return (
    <form ref={form} id={id} className={page.section} onSubmit={(event) => void submit(event)} noValidate>
      {all ? <FieldError role="alert">{t(all)}</FieldError> : null}
      <CodeFields {...part} />
      <OfferFields {...part} />
      <ScopeFields {...part} />
      <LimitFields {...part} />
    </form>
  );
}
