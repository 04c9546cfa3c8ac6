import type { Home } from '@tessera/contracts/api/catalog.ts';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { Cover } from '@tessera/ui/cover.tsx';
import page from '../../shared/page.module.css';
import { oneName } from '../../shared/kind-words.ts';
import { useText } from '../../shared/text.ts';
import { useCoverShape } from '../../shared/use-cover-shape.ts';
import { WorkLink } from '../../shared/work-link.tsx';
import { WorkPrice } from '../../shared/work-price.tsx';
import styles from './hero.module.css';

const sizes = {
  square: '(min-width: 80rem) 22rem, (min-width: 48rem) 28vw, 55vw',
  portrait: '(min-width: 80rem) 15rem, (min-width: 48rem) 20vw, 38vw',
  wide: '(min-width: 80rem) 44rem, (min-width: 48rem) 56vw, 92vw',
};

/** One work on a wall of its own, and why it hangs there. */
export function Hero({ hero }: { hero: NonNullable<Home['hero']> }) {
  const t = useText();
  const shape = useCoverShape();
  const { work } = hero;
  return (
    <section className={page.inner}>
      <article className={styles.hero} data-shape={shape}>
        <div className={styles.picture}>
          <svg className={styles.wall} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width="1" height="1" fill={work.cover.color} />
          </svg>
          <Cover picture={work.cover} sizes={sizes[shape]} priority className={styles.cover} alt="" />
        </div>
        <div className={styles.words}>
          <p className={styles.eyebrow}>{oneName(t, work.kind)}</p>
          <h1 className={styles.headline}>
            <bdi>{hero.headline}</bdi>
          </h1>
          <p className={styles.text}>
            <bdi>{hero.text}</bdi>
          </p>
          <p className={styles.credit}>
            <bdi>{work.title}</bdi> · <bdi>{work.makers.map(({ name }) => name).join(', ')}</bdi>
          </p>
          <div className={styles.actions}>
            <WorkLink work={work} className={buttonClasses({ variant: 'primary', size: 'large' })}>
              <bdi>{hero.cta}</bdi>
            </WorkLink>
            <WorkPrice price={work.fromPrice} from />
          </div>
        </div>
      </article>
    </section>
  );
}
