import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import type { OrderPhase } from './order-phase.ts';
import styles from './order.module.css';

/** Where to go from here. */
export function OrderActions({ phase }: { phase: OrderPhase }) {
  const t = useText();
  if (phase === 'waiting') return null;
  const primary = buttonClasses({ variant: 'primary', size: 'large' });
  return (
    <p className={styles.actions}>
      {phase === 'not-paid' ? (
        <Link className={primary} to={paths.cart}>
          {t('checkout.toCart')}
        </Link>
      ) : (
        <Link className={primary} to={paths.library}>
          {t('order.toLibrary')}
        </Link>
      )}
      <Link className={buttonClasses({ size: 'large' })} to={phase === 'paid' ? paths.home : paths.help}>
        {t(phase === 'paid' ? 'order.goOn' : 'order.help')}
      </Link>
    </p>
  );
}
