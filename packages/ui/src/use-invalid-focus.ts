import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * For a form that says what is wrong beside its fields: `focusInvalid`, called together with what makes fields invalid,
 * takes the focus to the first of them once that is rendered.
 */
export function useInvalidFocus(): { form: RefObject<HTMLFormElement | null>; focusInvalid(): void } {
  const form = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);
  return { form, focusInvalid: () => setRefusals((count) => count + 1) };
}
