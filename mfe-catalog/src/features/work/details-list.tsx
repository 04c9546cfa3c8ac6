import type { WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import type { MessageKey } from '../../shared/text.ts';
import { useText } from '../../shared/text.ts';
import styles from './details-list.module.css';

/** The imprint: what is known of the work, and nothing that is not. */
export function DetailsList({ work }: { work: WorkDetail }) {
  const t = useText();
  const formats = useFormat();
  const rows: [MessageKey, ReactNode][] = [
    [
      'work.detail.published',
      work.publishedOn && <time dateTime={work.publishedOn}>{formats.date(work.publishedOn)}</time>,
    ],
    [isMusic(work) ? 'work.detail.label' : 'work.detail.publisher', work.publisher],
    ['work.detail.language', work.language && formats.nameOf(work.language, 'language')],
    ['work.detail.duration', work.durationSeconds && formats.duration(work.durationSeconds)],
    ['work.detail.genres', work.genres.length > 0 && work.genres.join(', ')],
    ['work.detail.soldBy', work.storeName],
  ];
  return (
    <section className={styles.section} aria-labelledby="details">
      <h2 id="details">{t('work.details')}</h2>
      <dl className={styles.list}>
        {rows
          .filter(([, value]) => value)
          .map(([key, value]) => (
            <Fragment key={key}>
              <dt>{t(key)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </Fragment>
          ))}
      </dl>
    </section>
  );
}

const isMusic = ({ kind }: WorkDetail): boolean => kind === 'album' || kind === 'track';
