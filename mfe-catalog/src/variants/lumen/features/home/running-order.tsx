import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Cover } from '@tessera/ui/cover.tsx';
import { useText } from '../../../../shared/text.ts';
import { WorkLink } from '../../../../shared/work-link.tsx';
import { WorkPrice } from '../../../../shared/work-price.tsx';
import type { Entry, Programme } from './programme.ts';
import styles from './running-order.module.css';

/** What follows the feature, in order, with the time each begins. */
export function RunningOrder({ programme: { entries, totalSeconds } }: { programme: Programme }) {
  const t = useText();
  const formats = useFormat();
  return (
    <section className={styles.section} aria-labelledby="running-order">
      <div className={styles.head}>
        <h2 id="running-order">{t('programme.tonight')}</h2>
        {totalSeconds === undefined ? null : (
          <p className={styles.total}>
            {t('programme.total', { n: entries.length, duration: formats.duration(totalSeconds) })}
          </p>
        )}
      </div>
      <ol className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.work.id}>
            <OrderEntry entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OrderEntry({ entry: { work, startsAtSeconds } }: { entry: Entry }) {
  const formats = useFormat();
  return (
    <article className={styles.entry}>
      <span className={styles.start} aria-hidden="true">
        {startsAtSeconds === undefined ? '' : clockOf(startsAtSeconds)}
      </span>
      <Cover picture={work.cover} sizes="(min-width: 56rem) 13rem, 7.5rem" alt="" />
      <div className={styles.words}>
        <h3 className={styles.title}>
          <WorkLink work={work}>
            <bdi>{work.title}</bdi>
          </WorkLink>
        </h3>
        <span className={styles.maker}>
          <bdi>{work.makers.map(({ name }) => name).join(', ')}</bdi>
        </span>
      </div>
      <span className={styles.duration}>
        {work.durationSeconds ? formats.duration(work.durationSeconds) : work.year}
      </span>
      <span className={styles.price}>
        <WorkPrice price={work.fromPrice} />
      </span>
    </article>
  );
}

/** Hours and minutes after the lights go down: `1:45`. */
function clockOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
