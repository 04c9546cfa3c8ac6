import type { WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useText } from '../../shared/text.ts';
import styles from './contents-list.module.css';

/** Tracks, chapters, lessons or episodes, with their durations. */
export function ContentsList({ work: { contents, contentsLabel } }: { work: WorkDetail }) {
  const t = useText();
  const formats = useFormat();
  if (contents.length === 0 || contentsLabel === 'none') return null;
  const seconds = contents.reduce((sum, entry) => sum + (entry.durationSeconds ?? 0), 0);
  return (
    <section className={styles.section} aria-labelledby="contents">
      <div className={styles.head}>
        <h2 id="contents">{t(`work.contents.${contentsLabel}`)}</h2>
        {seconds > 0 ? (
          <span className={styles.total}>
            {t('work.contentsTotal', { n: contents.length, duration: formats.duration(seconds) })}
          </span>
        ) : null}
      </div>
      <ol className={styles.list}>
        {contents.map((entry) => (
          <li key={entry.position}>
            <span className={styles.number} aria-hidden="true">
              {formats.number(entry.position)}
            </span>
            <span>
              <bdi>{entry.title}</bdi>
              {entry.note ? <span className={styles.note}>{entry.note}</span> : null}
            </span>
            {entry.durationSeconds ? (
              <span className={styles.duration}>{formats.duration(entry.durationSeconds)}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
