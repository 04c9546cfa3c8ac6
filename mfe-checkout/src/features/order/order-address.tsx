import type { OrderView } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useText } from '../../shared/text.ts';
import styles from './order.module.css';

interface OrderAddressProps {
  order: OrderView;
  needsDelivery: boolean;
}

export function OrderAddress({ order: { address, email }, needsDelivery }: OrderAddressProps) {
  const t = useText();
  const { nameOf } = useFormat();
  if (!address) return null;
  const { name, line1, line2, postalCode, city, region, country } = address;
  const place = [postalCode, city, region].filter(Boolean).join(' ');
  const lines = [name, line1, line2, place, nameOf(country, 'region'), email].filter(Boolean);
  return (
    <div>
      <h3 className={styles.factsTitle}>{t(needsDelivery ? 'checkout.delivery' : 'checkout.billing')}</h3>
      <address className={styles.address}>
        {lines.map((line) => (
          <span key={line}>
            <bdi>{line}</bdi>
          </span>
        ))}
      </address>
    </div>
  );
}
