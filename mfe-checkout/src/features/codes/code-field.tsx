import type { Cart } from '@tessera/contracts/api/checkout.ts';
import { Button } from '@tessera/ui/button.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../../shared/text.ts';
import styles from './codes.module.css';
import { DiscountList } from './discount-list.tsx';
import { useCodes } from './use-codes.ts';

/** Discounts of the cart, and where a code is entered. No form of its own: the checkout's stands around it. */
export function CodeField({ cart }: { cart: Cart }) {
  const t = useText();
  const codes = useCodes(cart);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { outcome, pending } = codes;
  const problem = outcome && 'problem' in outcome ? t(`codes.problem.${outcome.problem}`) : undefined;

  const apply = async (): Promise<void> => {
    const code = text.trim();
    if (code !== '' && (await codes.apply(code))) setText('');
    input.current?.focus();
  };
  const remove = async (code: string): Promise<void> => {
    await codes.remove(code);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Enter means the code, and not the payment.
    event.preventDefault();
    void apply();
  };

  return (
    <div className={styles.codes}>
      <DiscountList cart={cart} pending={pending} onRemove={(code) => void remove(code)} />
      <div className={styles.entry}>
        <TextField
          ref={input}
          label={t('codes.label')}
          value={text}
          error={problem}
          maxLength={80}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            codes.forget();
          }}
          onKeyDown={onKeyDown}
        />
        <Button pending={pending} onClick={() => void apply()}>
          {t('codes.apply')}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {outcome && 'done' in outcome ? (
          <VisuallyHidden>{t(`codes.${outcome.done}`, { code: outcome.code.toUpperCase() })}</VisuallyHidden>
        ) : null}
      </p>
    </div>
  );
}
