import type { Product, WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { useText } from '../../shared/text.ts';
import { WorkPrice } from '../../shared/work-price.tsx';
import { AddToCart } from './add-to-cart.tsx';
import { availabilityText } from './availability-text.ts';
import { buyAnchorId } from './buy-bar.tsx';
import styles from './buy-panel.module.css';
import { ProductFacts } from './product-facts.tsx';
import { UnlockPanel } from './unlock-panel.tsx';
import { VariantChoice } from './variant-choice.tsx';

interface BuyPanelProps {
  work: WorkDetail;
  product: Product | undefined;
  onChoose(productId: string): void;
}

/** Which version, at what price, and one button. */
export function BuyPanel({ work, product, onChoose }: BuyPanelProps) {
  const t = useText();
  if (!product) return <p>{t('work.notHere')}</p>;
  const { state } = product.availability;
  return (
    <section className={styles.panel} aria-label={t('work.buyBar', { title: work.title })}>
      {work.products.length > 1 ? (
        <VariantChoice products={work.products} chosen={product.id} onChoose={onChoose} />
      ) : null}
      <div className={styles.price}>
        <WorkPrice price={product.price} withTax size="large" />
      </div>
      {work.products.length === 1 && state !== 'available' ? (
        <p className={styles.low}>{availabilityText(t, product.availability)}</p>
      ) : null}
      <div id={buyAnchorId}>
        <AddToCart key={product.id} title={work.title} product={product} />
      </div>
      {product.unlock ? <UnlockPanel key={`unlock-${product.id}`} work={work} unlock={product.unlock} /> : null}
      <ProductFacts product={product} licence={work.licence} />
    </section>
  );
}
