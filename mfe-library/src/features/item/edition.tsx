import type { EntitlementView } from '@tessera/contracts/api/library.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Badge } from '@tessera/ui/badge.tsx';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { AssetRow } from './asset-row.tsx';
import styles from './item-page.module.css';

/** One bought product of the work: its files, its licence, and the order it came with. */
export function Edition({ edition }: { edition: EntitlementView }) {
  const t = useText();
  const formats = useFormat();
  const suspended = edition.state === 'suspended';
  return (
    <section className={styles.edition} aria-labelledby={`edition-${edition.id}`}>
      <div className={styles.editionHead}>
        <h2 id={`edition-${edition.id}`}>{edition.productTitle}</h2>
        {suspended ? <Badge tone="warning">{t('item.suspended')}</Badge> : null}
      </div>
      {suspended ? <p>{t('item.suspendedText')}</p> : null}
      {!suspended && edition.assets.length > 0 ? (
        <ul className={styles.assets}>
          {edition.assets.map((asset) => (
            <AssetRow key={asset.id} title={edition.title} entitlementId={edition.id} asset={asset} />
          ))}
        </ul>
      ) : null}
      {!suspended && edition.assets.length === 0 ? <p>{t('item.noFiles')}</p> : null}
      {edition.via ? <p>{t(`item.via.${edition.via}`)}</p> : null}
      {edition.validUntil ? (
        <p>
          {t('item.until', { date: formats.date(edition.validUntil, 'long') })}{' '}
          <Link to={paths.plans}>{t('item.toPlans')}</Link>
        </p>
      ) : null}
      <p className={styles.facts}>{edition.licence}</p>
      <p className={styles.facts}>
        {t('item.boughtOn', { date: formats.date(edition.grantedAt, 'long') })}{' '}
        <Link to={paths.order(edition.orderId)}>{t('item.order')}</Link>
      </p>
    </section>
  );
}
