import { useText } from '../../shared/text.ts';
import type { FormField } from './domain/form.ts';
import type { CheckoutForm } from './use-form.ts';

/** What is wrong with a field and how to right it, in words. */
export function useProblemText({ problems, format }: CheckoutForm, field: FormField): string | undefined {
  const t = useText();
  const problem = problems[field];
  if (!problem) return undefined;
  if (problem === 'postal') return t('problem.postal', { example: format.postalExample ?? '' });
  if (problem === 'required' && field === 'region') return t('problem.region');
  return t(`problem.${problem}`);
}
