import type { OrderView } from '@tessera/contracts/api/checkout.ts';
import { Button } from '@tessera/ui/button.tsx';
import { CheckIcon } from '@tessera/ui/icons/check.tsx';
import { InfoIcon } from '@tessera/ui/icons/info.tsx';
import { WarningIcon } from '@tessera/ui/icons/warning.tsx';
import { Spinner } from '@tessera/ui/spinner.tsx';
import { useText } from '../../shared/text.ts';
import type { OrderPhase } from './order-phase.ts';
import styles from './order.module.css';

interface OrderStatusProps {
  order: OrderView;
  phase: OrderPhase;
  waiting: boolean;
  onCheckAgain(): void;
}

/** The first thing the buyer wants to know. A change of it is said. */
export function OrderStatus({ order, phase, waiting, onCheckAgain }: OrderStatusProps) {
  const t = useText();
  const late = phase === 'waiting' && !waiting;
  return (
    <div className={styles.status} data-phase={phase}>
      <span className={styles.sign}>{signs[phase](waiting)}</span>
      <div>
        <h1>{t(`order.phase.${phase}`)}</h1>
        <p role="status">{t(late ? 'order.late' : `order.phaseText.${phase}`, { email: order.email })}</p>
        {late ? (
          <Button variant="primary" onClick={onCheckAgain}>
            {t('order.checkAgain')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

const check = () => <CheckIcon width="26" height="26" />;
const info = () => <InfoIcon width="26" height="26" />;
const warning = () => <WarningIcon width="26" height="26" />;

const signs: Record<OrderPhase, (waiting: boolean) => React.ReactNode> = {
  waiting: (waiting) => (waiting ? <Spinner /> : info()),
  paid: check,
  'not-paid': warning,
  review: info,
  refunded: info,
  disputed: warning,
};
