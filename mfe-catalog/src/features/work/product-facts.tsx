import type { Product } from '@tessera/contracts/api/catalog.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { DownloadIcon } from '@tessera/ui/icons/download.tsx';
import { FileIcon } from '@tessera/ui/icons/file.tsx';
import { RefreshIcon } from '@tessera/ui/icons/refresh.tsx';
import { TruckIcon } from '@tessera/ui/icons/truck.tsx';
import { CheckIcon } from '@tessera/ui/icons/check.tsx';
import { useText } from '../../shared/text.ts';
import styles from './buy-panel.module.css';
import { PlanFacts } from './plan-facts.tsx';

const icons = {
  digital: <DownloadIcon />,
  physical: <TruckIcon />,
  subscription: <RefreshIcon />,
  tokens: <CheckIcon />,
};

/** What the buyer gets, how it comes, and what may be done with it. */
export function ProductFacts({ product, licence }: { product: Product; licence: string }) {
  const t = useText();
  const formats = useFormat();
  return (
    <div className={styles.facts}>
      <h2>{t('work.get')}</h2>
      {product.files.length > 0 ? (
        <ul className={styles.files}>
          {product.files.map((file) => (
            <li key={`${file.name}.${file.format}`}>
              <bdi>{file.name}</bdi>
              <span>
                <bdi>{file.format.toUpperCase()}</bdi> · <bdi>{formats.bytes(file.bytes)}</bdi>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles.fact}>
        {icons[product.delivery]}
        <div>
          {product.price?.interval ? null : <p>{t(`work.delivery.${product.delivery}`)}</p>}
          <PlanFacts product={product} />
        </div>
      </div>
      <div className={styles.fact}>
        <FileIcon />
        <p>
          <b>{t('work.licence')}:</b> <bdi>{licence}</bdi>
        </p>
      </div>
    </div>
  );
}
