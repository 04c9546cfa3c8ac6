import type { Picture } from '@tessera/contracts/api/common.ts';
import styles from './cover.module.css';
import { cx } from './cx.ts';

interface CoverProps {
  picture: Picture;
  /** The `sizes` of the image: how wide it is shown, by viewport. */
  sizes: string;
  /** `tenant`: the shop's own shape, cropped to fit. `natural`: the picture's own. */
  shape?: 'tenant' | 'natural' | 'round' | undefined;
  /** In view at once: fetched first. */
  priority?: boolean | undefined;
  /** Empty where the title stands beside it. */
  alt?: string | undefined;
  className?: string | undefined;
}

/** A picture that takes its place, and its colour, before it arrives. */
export function Cover({ picture, sizes, shape = 'tenant', priority, alt, className }: CoverProps) {
  return (
    <span className={cx(styles.cover, shape !== 'tenant' && styles[shape], className)}>
      {/* The colour is data, and a style attribute would be dead under the content security policy. */}
      <svg className={styles.ground} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width="1" height="1" fill={picture.color} />
      </svg>
      <img
        className={styles.image}
        src={picture.src}
        srcSet={picture.srcset.map(({ src, width }) => `${src} ${width}w`).join(', ') || undefined}
        sizes={picture.srcset.length > 0 ? sizes : undefined}
        width={picture.width}
        height={picture.height}
        alt={alt ?? picture.alt}
        loading={priority ? 'eager' : 'lazy'}
        fetchPriority={priority ? 'high' : undefined}
        decoding={priority ? 'sync' : 'async'}
      />
    </span>
  );
}
