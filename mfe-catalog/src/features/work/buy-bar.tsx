import type { Product, WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { useEffect, useState } from 'react';
import { useText } from '../../shared/text.ts';
import { WorkPrice } from '../../shared/work-price.tsx';
import { AddToCart } from './add-to-cart.tsx';
import styles from './buy-bar.module.css';

/** The page's own button; the bar comes when it has gone. */
export const buyAnchorId = 'buy';

/** Price and button at a phone's lower edge, while the page's own button is out of sight. */
export function BuyBar({ work, product }: { work: WorkDetail; product: Product }) {
  const t = useText();
  const shown = useOutOfSight(buyAnchorId);
  return (
    <aside
      className={styles.bar}
      data-shown={shown}
      data-buy-bar={shown ? '' : undefined}
      aria-label={t('work.buyBar', { title: work.title })}
    >
      <div className={styles.words}>
        <WorkPrice price={product.price} />
        <span className={styles.title}>{product.title}</span>
      </div>
      <AddToCart key={product.id} title={work.title} product={product} compact />
    </aside>
  );
}

function useOutOfSight(id: string): boolean {
  const [out, setOut] = useState(false);
  useEffect(() => {
    const anchor = document.getElementById(id);
    if (!anchor) return;
    const observer = new IntersectionObserver(([entry]) => setOut(entry ? !entry.isIntersecting : false));
    observer.observe(anchor);
    return () => observer.disconnect();
  }, [id]);
  return out;
}
