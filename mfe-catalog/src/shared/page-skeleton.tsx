import type { ReactElement } from 'react';
import { Skeleton } from '@tessera/ui/skeleton.tsx';
import { SkeletonGroup } from '@tessera/ui/skeleton-group.tsx';
import styles from './page-skeleton.module.css';
import page from './page.module.css';
import { useText } from './text.ts';

/** Each page in its final shape, before its words and pictures. */
export function PageSkeleton({ routeId }: { routeId: string }) {
  const t = useText();
  const Shape = shapes[routeId] ?? GridShape;
  return (
    <SkeletonGroup label={t('state.loading')} className={page.page}>
      <Shape />
    </SkeletonGroup>
  );
}

const shapes: Record<string, () => ReactElement> = {
  home: HomeShape,
  work: WorkShape,
  artist: ArtistShape,
};

function HomeShape() {
  return (
    <>
      <div className={page.inner}>
        <div className={styles.hero}>
          <Skeleton className={styles.wall} />
          <Words />
        </div>
      </div>
      <ShelfShape />
      <ShelfShape />
    </>
  );
}

function WorkShape() {
  return (
    <>
      <div className={page.inner}>
        <div className={styles.work}>
          <Skeleton shape="cover" />
          <Words />
        </div>
      </div>
      <ShelfShape />
    </>
  );
}

function ArtistShape() {
  return (
    <div className={page.inner}>
      <div className={styles.words}>
        <Skeleton className={styles.portrait} />
        <Skeleton shape="title" width="half" />
        <Skeleton width="most" />
      </div>
      <Cards className={styles.grid} />
    </div>
  );
}

function GridShape() {
  return (
    <div className={page.inner}>
      <Skeleton shape="title" width="some" />
      <Cards className={styles.grid} />
    </div>
  );
}

const Words = () => (
  <div className={styles.words}>
    <Skeleton shape="title" width="most" />
    <Skeleton width="half" />
    <Skeleton />
    <Skeleton width="most" />
    <Skeleton shape="control" />
  </div>
);

const ShelfShape = () => (
  <div className={styles.shelf}>
    <Skeleton shape="title" width="some" />
    <Cards className={styles.row} />
  </div>
);

const Cards = ({ className }: { className: string | undefined }) => (
  <div className={className}>
    {[1, 2, 3, 4, 5, 6].map((place) => (
      <div key={place} className={styles.card}>
        <Skeleton shape="cover" />
        <Skeleton width="most" />
        <Skeleton width="half" />
      </div>
    ))}
  </div>
);
