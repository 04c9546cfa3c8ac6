import type { Cart } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Button } from '@tessera/ui/button.tsx';
import { TagIcon } from '@tessera/ui/icons/tag.tsx';
import { minus } from '../../shared/minus.ts';
import { useText } from '../../shared/text.ts';
import styles from './codes.module.css';

interface DiscountListProps {
  cart: Cart;
  pending: boolean;
  onRemove(code: string): void;
}

/** What counts and by how much; a code that takes nothing off stays with its reason until it is taken out. */
export function DiscountList({ cart: { discounts = [], codes = [] }, pending, onRemove }: DiscountListProps) {
  const t = useText();
  const { money } = useFormat();
  const idle = codes.filter(({ code }) => !discounts.some((discount) => discount.code === code));
  const removal = (code: string) => (
    <Button
      variant="quiet"
      size="small"
      aria-disabled={pending || undefined}
      aria-label={t('codes.removeCode', { code })}
      onClick={() => onRemove(code)}
    >
      {t('cart.remove')}
    </Button>
  );
  if (discounts.length + idle.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('codes.discounts')}>
      {discounts.map(({ id, name, code, amount, freeDelivery }) => (
        <li key={id} className={styles.discount}>
          <TagIcon width="16" height="16" />
          <span>
            {code === undefined ? <bdi>{name}</bdi> : <bdi className={styles.code}>{code}</bdi>}
            <span className={styles.off}>{freeDelivery ? t('codes.freeDelivery') : money(minus(amount))}</span>
          </span>
          {code === undefined ? null : removal(code)}
        </li>
      ))}
      {idle.map(({ code, refusal }) => (
        <li key={code} className={styles.discount} data-idle>
          <TagIcon width="16" height="16" />
          <span>
            <bdi className={styles.code}>{code}</bdi>
            {refusal ? <span className={styles.why}>{t(`codes.problem.${refusal}`)}</span> : null}
          </span>
          {removal(code)}
        </li>
      ))}
    </ul>
  );
}
