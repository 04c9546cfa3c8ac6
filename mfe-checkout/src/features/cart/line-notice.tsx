import type { CartLine } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { InfoIcon } from '@tessera/ui/icons/info.tsx';
import { useText } from '../../shared/text.ts';
import styles from './cart.module.css';

/** What changed since the line was put in, told before anybody pays. */
export function LineNotice({ line }: { line: CartLine }) {
  const t = useText();
  const { money, number } = useFormat();
  if (!line.notice) return null;
  const priceChanged = () =>
    line.previousUnitPrice
      ? t('cart.notice.priceChanged', { before: money(line.previousUnitPrice), now: money(line.unitPrice) })
      : t('cart.notice.priceNow', { now: money(line.unitPrice) });
  const words = {
    'price-changed': priceChanged,
    'quantity-reduced': () => t('cart.notice.reduced', { shown: number(line.quantity) }),
    unavailable: () => t('cart.notice.unavailable'),
    owned: () => t('cart.notice.owned'),
  };
  return (
    <p className={styles.notice} data-tone={line.notice === 'unavailable' ? 'danger' : 'warning'}>
      <InfoIcon width="16" height="16" />
      <span>
        {words[line.notice]()}
        {/* Fewer are left, and each costs something else: both are told. */}
        {line.notice === 'quantity-reduced' && line.previousUnitPrice ? ` ${priceChanged()}` : null}
      </span>
    </p>
  );
}
