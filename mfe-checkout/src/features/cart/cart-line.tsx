import type { CartLine } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { Cover } from '@tessera/ui/cover.tsx';
import { TrashIcon } from '@tessera/ui/icons/trash.tsx';
import { QuantityStepper } from '@tessera/ui/quantity-stepper.tsx';
import { minus } from '../../shared/minus.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import styles from './cart.module.css';
import { LineNotice } from './line-notice.tsx';
import type { ChangeLine } from './use-change-line.ts';

interface CartLineViewProps {
  line: CartLine;
  /** Its quantity once what waits for the network has been sent. */
  waiting: number | undefined;
  onChange: ChangeLine;
}

export function CartLineView({ line, waiting, onChange }: CartLineViewProps) {
  const t = useText();
  const { money, number } = useFormat();
  const { title, quantity, maxQuantity } = line;
  const unavailable = line.notice === 'unavailable';
  return (
    <li className={styles.line}>
      <Cover className={styles.cover} picture={line.cover} sizes="7rem" alt="" />
      <div className={styles.what}>
        <h2 className={styles.title}>
          <Link to={paths.work(line)}>
            <bdi>{title}</bdi>
          </Link>
        </h2>
        <p className={styles.detail}>
          <bdi>{line.makers}</bdi>
        </p>
        <p className={styles.detail}>
          <bdi>{line.productTitle}</bdi>
        </p>
        {line.interval ? <p className={styles.detail}>{t(`renewal.line.${line.interval}`)}</p> : null}
        <LineNotice line={line} />
        {waiting === undefined ? null : (
          <p className={styles.detail}>{t('cart.waiting', { n: waiting, shown: number(waiting) })}</p>
        )}
      </div>
      <p className={styles.price}>
        <strong>{unavailable ? '–' : money(line.lineTotal)}</strong>
        {quantity > 1 && !unavailable ? <span>{t('cart.each', { price: money(line.unitPrice) })}</span> : null}
        {line.discount ? <span>{money(minus(line.discount))}</span> : null}
      </p>
      <div className={styles.actions}>
        {maxQuantity > 1 && !unavailable ? (
          <QuantityStepper
            label={t('cart.quantity', { title })}
            decreaseLabel={t('cart.fewer')}
            increaseLabel={t('cart.more')}
            value={waiting ?? quantity}
            max={maxQuantity}
            format={number}
            onChange={(next) => void onChange(line, next)}
          />
        ) : null}
        <Button
          variant="quiet"
          size="small"
          disabled={waiting === 0}
          aria-label={t('cart.removeTitle', { title })}
          onClick={() => void onChange(line, 0)}
        >
          <TrashIcon width="18" height="18" />
          {t('cart.remove')}
        </Button>
      </div>
    </li>
  );
}
