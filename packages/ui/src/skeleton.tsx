import { cx } from './cx.ts';
import styles from './skeleton.module.css';

interface SkeletonProps {
  shape?: 'text' | 'title' | 'cover' | 'control';
  width?: 'full' | 'most' | 'half' | 'some';
  className?: string | undefined;
}

/** Keeps the place of what is coming, in its shape. Put several in a `SkeletonGroup`, which says so once. */
export const Skeleton = ({ shape = 'text', width = 'full', className }: SkeletonProps) => (
  <span className={cx(styles.bone, styles[shape], styles[width], className)} aria-hidden="true" />
);
