import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import type { Order } from '../../shared/types.ts';
import styles from './order-page.module.css';

/** Who bought, where it goes, and which invoice was issued. */
export function OrderPeople({ order: { email, address, invoiceNumber } }: { order: Order }) {
  const t = useText();
  const { nameOf } = useFormat();
  const lines = address
    ? [
        address.name,
        address.line1,
        address.line2,
        [address.postalCode, address.city].filter(Boolean).join(' '),
        address.region,
        nameOf(address.country, 'region'),
      ].filter(Boolean)
    : [];
  return (
    <section className={page.panel} aria-labelledby="buyer">
      <h2 id="buyer">{t('orders.buyer')}</h2>
      <address className={styles.address}>
        <a className={page.link} href={`mailto:${email}`}>
          <bdi>{email}</bdi>
        </a>
        {lines.map((line) => (
          <bdi key={line}>{line}</bdi>
        ))}
      </address>
      {invoiceNumber ? (
        <p>
          {t('orders.invoice')} <bdi className={page.code}>{invoiceNumber}</bdi>
        </p>
      ) : null}
    </section>
  );
}
