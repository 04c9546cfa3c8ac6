import type { Picture } from '@tessera/contracts/api/common.ts';
import type { ReactElement, ReactNode } from 'react';
import { Cover } from './cover.tsx';
import styles from './work-card.module.css';

interface WorkCardProps {
  /** A link with the title as its text; its target is the whole card. */
  link: ReactElement;
  makers?: string | undefined;
  /** One more fact: how long it plays. */
  fact?: string | undefined;
  cover: Picture;
  /** A `Price`, or a word where there is none. */
  price?: ReactNode;
  badges?: ReactNode;
  sizes?: string | undefined;
  priority?: boolean | undefined;
  headingLevel?: 'h2' | 'h3' | undefined;
}

const cardSizes = '(min-width: 48rem) 15rem, 45vw';

export function WorkCard(props: WorkCardProps) {
  const { link, makers, fact, cover, price, badges, sizes = cardSizes, priority } = props;
  const Heading = props.headingLevel ?? 'h3';
  return (
    <article className={styles.card}>
      <div className={styles.picture}>
        <Cover picture={cover} sizes={sizes} priority={priority} alt="" />
        {badges ? <div className={styles.badges}>{badges}</div> : null}
      </div>
      <div className={styles.words}>
        <Heading className={styles.title}>{link}</Heading>
        {makers || fact ? (
          <span className={styles.by}>
            <bdi className={styles.makers}>{makers}</bdi>
            {fact ? <span className={styles.fact}>{fact}</span> : null}
          </span>
        ) : null}
        {price}
      </div>
    </article>
  );
}
