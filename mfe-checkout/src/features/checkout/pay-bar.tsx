import { useFormat, useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import { Button } from '@tessera/ui/button.tsx';
import { LockIcon } from '@tessera/ui/icons/lock.tsx';
import { hasUnavailable } from '../../shared/has-unavailable.ts';
import { useText } from '../../shared/text.ts';
import styles from './checkout.module.css';
import type { Quote } from './use-quote.ts';

/** The one button of the page. On a phone it stays at the lower edge, with the total beside it. */
export function PayBar({ quote, paying }: { quote: Quote; paying: boolean }) {
  const t = useText();
  const { money } = useFormat();
  const { online } = useOffline().state;
  const { cart, pending } = quote;
  const blocked = hasUnavailable(cart);
  return (
    <div className={styles.payBar} data-buy-bar="wide">
      <p className={styles.payTotal} aria-live="polite">
        <span>{t(cart.totals.estimated ? 'checkout.totalEstimated' : 'totals.total')}</span>
        <strong>{money(cart.totals.total)}</strong>
      </p>
      <Button
        type="submit"
        variant="primary"
        size="large"
        pending={paying}
        aria-disabled={paying || pending || blocked || !online || undefined}
      >
        <LockIcon width="18" height="18" />
        {t(paying ? 'checkout.paying' : 'checkout.pay')}
      </Button>
    </div>
  );
}
