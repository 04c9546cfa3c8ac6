import { Skeleton } from '@tessera/ui/skeleton.tsx';
import { SkeletonGroup } from '@tessera/ui/skeleton-group.tsx';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import styles from './checkout.module.css';

export function CheckoutSkeleton() {
  const t = useText();
  return (
    <div className={page.page}>
      <h1>{t('checkout.title')}</h1>
      <SkeletonGroup label={t('state.loading')} className={page.columns}>
        <div className={styles.questions}>
          {[1, 2, 3, 4].map((place) => (
            <div key={place}>
              <Skeleton width="some" />
              <Skeleton shape="control" />
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
