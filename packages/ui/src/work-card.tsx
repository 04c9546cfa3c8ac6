import type { Picture } from '@tessera/contracts/api/common.ts';
import type { MouseEventHandler, ReactNode } from 'react';
import { Cover } from './cover.tsx';
import styles from './work-card.module.css';

interface WorkCardProps {
  href: string;
  title: string;
  makers?: string | undefined;
  cover: Picture;
  /** A `Price`, or a word where there is none. */
  price?: ReactNode;
  badges?: ReactNode;
  sizes?: string | undefined;
  priority?: boolean | undefined;
  headingLevel?: 'h2' | 'h3' | undefined;
  onClick?: MouseEventHandler<HTMLAnchorElement> | undefined;
}

const cardSizes = '(min-width: 48rem) 15rem, 45vw';

export function WorkCard(props: WorkCardProps) {
  const { href, title, makers, cover, price, badges, sizes = cardSizes, priority, onClick } = props;
  const Heading = props.headingLevel ?? 'h3';
  return (
    <article className={styles.card}>
      <div className={styles.picture}>
        <Cover picture={cover} sizes={sizes} priority={priority} alt="" />
        {badges ? <div className={styles.badges}>{badges}</div> : null}
      </div>
      <div className={styles.words}>
        <Heading className={styles.title}>
          <a href={href} onClick={onClick}>
            {title}
          </a>
        </Heading>
        {makers ? <span className={styles.makers}>{makers}</span> : null}
        {price}
      </div>
    </article>
  );
}
