import type { Home } from '@tessera/contracts/api/catalog.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { Cover } from '@tessera/ui/cover.tsx';
import { useText } from '../../../../shared/text.ts';
import { WorkLink } from '../../../../shared/work-link.tsx';
import { WorkPrice } from '../../../../shared/work-price.tsx';
import styles from './feature.module.css';

/** The main film on the whole screen, and the words below it, as in a cinema's window. */
export function Feature({ hero }: { hero: NonNullable<Home['hero']> }) {
  const t = useText();
  const formats = useFormat();
  const { work } = hero;
  const facts = [
    work.title,
    work.makers.map(({ name }) => name).join(', '),
    work.durationSeconds && formats.duration(work.durationSeconds),
  ].filter(Boolean);
  return (
    <article className={styles.feature}>
      <Cover picture={work.cover} sizes="100vw" priority className={styles.screen} alt="" />
      <div className={styles.words}>
        <div>
          <p className={styles.eyebrow}>{t('programme.feature')}</p>
          <h1 className={styles.headline}>
            <bdi>{hero.headline}</bdi>
          </h1>
        </div>
        <div className={styles.side}>
          <p>
            <bdi>{hero.text}</bdi>
          </p>
          <p className={styles.credit}>
            <bdi>{facts.join(' · ')}</bdi>
          </p>
          <div className={styles.actions}>
            <WorkLink work={work} className={buttonClasses({ variant: 'primary', size: 'large' })}>
              <bdi>{hero.cta}</bdi>
            </WorkLink>
            <WorkPrice price={work.fromPrice} from />
          </div>
        </div>
      </div>
    </article>
  );
}
