import type { Cart } from '@tessera/contracts/api/checkout.ts';
import { useAuth } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { hasUnavailable } from '../../shared/has-unavailable.ts';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { CodeField } from '../codes/code-field.tsx';
import { RenewalNote } from '../totals/renewal-note.tsx';
import { Totals } from '../totals/totals.tsx';
import styles from './cart.module.css';

/** What it comes to, and the way on. */
export function CartSummary({ cart, pending }: { cart: Cart; pending: boolean }) {
  const t = useText();
  const { signedIn } = useAuth().state;
  const blocked = hasUnavailable(cart);
  return (
    <section className={page.aside} aria-labelledby="cart-summary">
      <h2 id="cart-summary" className={styles.summaryTitle}>
        {t('totals.title')}
      </h2>
      <CodeField cart={cart} />
      <Totals totals={cart.totals} needsDelivery={cart.needsDelivery} pending={pending} />
      <RenewalNote renewal={cart.renewal} estimated={cart.totals.estimated} />
      {blocked ? (
        <p className={styles.notice} data-tone="danger">
          {t('cart.blocked')}
        </p>
      ) : (
        <Link className={buttonClasses({ variant: 'primary', size: 'large', wide: true })} to={paths.checkout}>
          {t('cart.checkout')}
        </Link>
      )}
      {signedIn === false ? <p className={styles.hint}>{t('cart.signInNext')}</p> : null}
    </section>
  );
}
