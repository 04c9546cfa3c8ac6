import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { LoadMore } from '@tessera/ui/load-more.tsx';
import page from '../../shared/page.module.css';
import timeline from '../../shared/timeline.module.css';
import type { ListPage } from '../../shared/list-page.ts';
import { useMore } from '../../shared/use-more.ts';
import { entryInWords } from './entry-in-words.ts';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';
import type { LogEntry } from './types.ts';

interface ReleaseHistoryProps {
  remote: string;
  first: ListPage<LogEntry>;
  nameOf(by: string): string;
}

/** Who did what, when and why, latest first. */
export function ReleaseHistory({ remote, first, nameOf }: ReleaseHistoryProps) {
  const t = useReleasesText();
  const formats = useFormat();
  const api = useApi('admin');
  const { items, pending, more } = useMore(remote, first, (cursor) =>
    api.GET('/api/admin/releases/{remote}/log', { params: { path: { remote }, query: { cursor } } }),
  );
  return (
    <section className={page.panel} aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      {items.length === 0 ? (
        <p className={page.muted}>{t('history.none')}</p>
      ) : (
        <ol className={timeline.timeline}>
          {items.map((entry, index) => (
            // Two entries of one moment may say the same.
            <li key={`${entry.at} ${entry.what} ${items.length - index}`}>
              <span>{entryInWords(t, formats, entry)}</span>
              {entry.why ? <q className={styles.why}>{entry.why}</q> : null}
              <span className={page.muted}>
                <bdi>{nameOf(entry.by)}</bdi> · <time dateTime={entry.at}>{formats.dateTime(entry.at)}</time>
              </span>
            </li>
          ))}
        </ol>
      )}
      {more ? <LoadMore label={t('list.more')} pending={pending} onMore={() => void more()} /> : null}
    </section>
  );
}
