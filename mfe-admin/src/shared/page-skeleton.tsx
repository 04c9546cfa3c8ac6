import { Skeleton } from '@tessera/ui/skeleton.tsx';
import { SkeletonGroup } from '@tessera/ui/skeleton-group.tsx';
import styles from './page-skeleton.module.css';
import { useText } from './text.ts';

const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

/** Each page in its final shape, before its words and figures. */
export function PageSkeleton({ routeId }: { routeId: string }) {
  const t = useText();
  return (
    <SkeletonGroup label={t('state.loading')} className={styles.stack}>
      <Skeleton shape="title" width="some" />
      {routeId === 'overview' ? (
        <div className={styles.stats}>
          {places(4).map((place) => (
            <Skeleton key={place} className={styles.stat} />
          ))}
        </div>
      ) : (
        <Skeleton shape="control" width="half" />
      )}
      <div className={styles.rows}>
        {places(routeId === 'overview' ? 5 : 9).map((place) => (
          <Skeleton key={place} shape="control" />
        ))}
      </div>
    </SkeletonGroup>
  );
}
