import { useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import { hasUnavailable } from '../../shared/has-unavailable.ts';
import { useText } from '../../shared/text.ts';
import styles from './checkout.module.css';
import type { Quote } from './use-quote.ts';

/** What the button will do, or why it waits. */
export function PayNote({ cart }: Pick<Quote, 'cart'>) {
  const t = useText();
  const { online } = useOffline().state;
  if (hasUnavailable(cart)) return <p className={styles.error}>{t('cart.blocked')}</p>;
  return <p className={styles.why}>{t(online ? 'checkout.payNote' : 'checkout.payOffline')}</p>;
}
