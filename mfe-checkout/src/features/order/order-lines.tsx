import type { OrderView } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Cover } from '@tessera/ui/cover.tsx';
import { minus } from '../../shared/minus.ts';
import { paths } from '../../shared/paths.ts';
import { type Text, useText } from '../../shared/text.ts';
import styles from './order.module.css';

interface OrderLinesProps {
  order: OrderView;
  inLibrary: boolean;
}

export function OrderLines({ order, inLibrary }: OrderLinesProps) {
  const t = useText();
  const { money, number } = useFormat();
  return (
    <ul className={styles.lines}>
      {order.lines.map((line) => (
        <li key={line.id} className={styles.line}>
          <Cover picture={line.cover} sizes="6rem" alt="" />
          <div className={styles.what}>
            <h3 className={styles.lineTitle}>
              <Link to={paths.workById(line.workId)}>
                <bdi>{line.title}</bdi>
              </Link>
            </h3>
            <p className={styles.detail}>
              <bdi>{line.productTitle}</bdi>
              {line.quantity > 1 ? ` · ${t('checkout.times', { shown: number(line.quantity) })}` : null}
            </p>
            {inLibrary ? <Got line={line} t={t} /> : null}
          </div>
          <p className={styles.amount}>
            {money(line.lineTotal)}
            {line.discount ? <span className={styles.discount}>{money(minus(line.discount))}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** How the buyer comes by it. */
function Got({ line, t }: { line: OrderView['lines'][number]; t: Text }) {
  if (line.delivery === 'physical') return <p className={styles.got}>{t('order.willShip')}</p>;
  const isPlan = line.delivery === 'tokens' || line.delivery === 'subscription';
  const words = t(got[line.delivery] ?? 'order.open');
  return (
    <p className={styles.got}>
      <Link to={isPlan ? paths.plans : paths.library} aria-label={`${words}: ${line.title}`}>
        {words}
      </Link>
    </p>
  );
}

const got: Readonly<Record<string, 'order.credited' | 'order.plans'>> = {
  tokens: 'order.credited',
  subscription: 'order.plans',
};
