import type { OrderView } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import styles from './order.module.css';

/** Every sum that went back to the buyer, with its credit note once that was issued. */
export function OrderGivenBack({ givenBack }: Pick<OrderView, 'givenBack'>) {
  const t = useText();
  const { date, money } = useFormat();
  if (!givenBack || givenBack.length === 0) return null;
  return (
    <section aria-labelledby="given-back">
      <h3 id="given-back">{t('order.givenBack')}</h3>
      <ul className={styles.givenBack}>
        {givenBack.map(({ amount, at, creditNoteNumber }) => (
          <li key={at}>
            <span>{money(amount)}</span> <time dateTime={at}>{date(at)}</time>
            {creditNoteNumber ? (
              <a
                className={page.muted}
                href={`/api/me/invoices/inv_${creditNoteNumber}/pdf`}
                target="_blank"
                rel="noreferrer"
              >
                {t('order.creditNote', { number: creditNoteNumber })}
                <VisuallyHidden> {t('order.newTab')}</VisuallyHidden>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
