import { Skeleton } from '@tessera/ui/skeleton.tsx';
import { SkeletonGroup } from '@tessera/ui/skeleton-group.tsx';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import styles from './cart.module.css';

/** The cart in its final shape, before its lines are known. */
export function CartSkeleton() {
  const t = useText();
  return (
    <div className={page.page}>
      <h1>{t('cart.title')}</h1>
      <SkeletonGroup label={t('state.loading')} className={page.columns}>
        <div className={styles.lines}>
          {[1, 2].map((place) => (
            <div key={place} className={styles.line}>
              <Skeleton shape="cover" className={styles.cover} />
              <div className={styles.what}>
                <Skeleton width="most" />
                <Skeleton width="half" />
              </div>
            </div>
          ))}
        </div>
        <div className={page.aside}>
          <Skeleton width="half" />
          <Skeleton />
          <Skeleton />
          <Skeleton shape="control" />
        </div>
      </SkeletonGroup>
    </div>
  );
}
