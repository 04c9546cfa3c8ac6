import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Button } from '@tessera/ui/button.tsx';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { CodeField } from '../codes/code-field.tsx';
import { RenewalNote } from '../totals/renewal-note.tsx';
import { Totals } from '../totals/totals.tsx';
import styles from './checkout.module.css';
import { SummaryLine } from './summary-line.tsx';
import type { Quote } from './use-quote.ts';

/** What is bought and what it comes to at this address. */
export function Summary({ quote }: { quote: Quote }) {
  const t = useText();
  const { number } = useFormat();
  const { cart, pending, failed, retry } = quote;
  return (
    <section className={`${page.aside} ${styles.summary}`} aria-labelledby="checkout-summary">
      <div className={styles.summaryHead}>
        <h2 id="checkout-summary">{t('checkout.summary')}</h2>
        <Link to={paths.cart}>{t('checkout.toCart')}</Link>
      </div>
      <ul className={styles.lines} aria-label={t('cart.count', { n: cart.itemCount, shown: number(cart.itemCount) })}>
        {cart.lines.map((line) => (
          <SummaryLine key={line.productId} line={line} />
        ))}
      </ul>
      <CodeField cart={cart} />
      <Totals totals={cart.totals} needsDelivery={cart.needsDelivery} pending={pending} />
      <RenewalNote renewal={cart.renewal} estimated={cart.totals.estimated} />
      {failed ? (
        <p className={styles.error} role="alert">
          {t('checkout.quoteFailed')}{' '}
          <Button size="small" onClick={retry}>
            {t('state.retry')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
