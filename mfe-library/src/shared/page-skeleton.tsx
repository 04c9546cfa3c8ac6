import { Skeleton } from '@tessera/ui/skeleton.tsx';
import { SkeletonGroup } from '@tessera/ui/skeleton-group.tsx';
import styles from './page-skeleton.module.css';
import page from './page.module.css';
import { useText } from './text.ts';

/** Each page in its final shape, before its words and pictures. */
export function PageSkeleton({ routeId }: { routeId: string }) {
  const t = useText();
  return (
    <SkeletonGroup label={t('state.loading')} className={page.inner}>
      {routeId === 'item' ? (
        <ItemShape />
      ) : routeId === 'invoices' || routeId === 'plans' ? (
        <InvoicesShape />
      ) : (
        <ShelvesShape />
      )}
    </SkeletonGroup>
  );
}

const ShelvesShape = () => (
  <div className={styles.stack}>
    <Skeleton shape="title" width="some" />
    <div className={styles.row}>
      {[1, 2, 3, 4, 5].map((place) => (
        <div key={place} className={styles.stack}>
          <Skeleton shape="cover" />
          <Skeleton width="most" />
          <Skeleton width="half" />
        </div>
      ))}
    </div>
  </div>
);

const ItemShape = () => (
  <div className={styles.item}>
    <Skeleton shape="cover" />
    <div className={styles.stack}>
      <Skeleton shape="title" width="half" />
      <Skeleton width="some" />
      <Skeleton shape="control" />
      <Skeleton shape="control" />
    </div>
  </div>
);

const InvoicesShape = () => (
  <div className={styles.stack}>
    <Skeleton shape="title" width="some" />
    {[1, 2, 3, 4].map((line) => (
      <Skeleton key={line} shape="control" />
    ))}
  </div>
);
