import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { TagIcon } from '@tessera/ui/icons/tag.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { usePoll } from '../../shared/use-poll.ts';
import { Overrides } from './overrides.tsx';
import { ReleasesHeader } from './releases-header.tsx';
import styles from './releases.module.css';
import { RemoteCard } from './remote-card.tsx';
import { useReleasesText, type ReleasesKey } from './text.ts';
import { useActors } from './use-actors.ts';

export const head = privateHead<ReleasesKey>('releases.title');

const lookMs = 4_000;

export default function ReleasesPage() {
  const t = useReleasesText();
  const formats = useFormat();
  const nameOf = useActors();
  const traffic = useRouteData('/api/admin/traffic');
  const { remotes } = useRouteData('/api/admin/releases');
  const { canaries, moved, items } = traffic;
  usePoll(canaries.used > 0, lookMs);
  return (
    <div className={page.stack}>
      <ReleasesHeader at="releases" lead={t('releases.lead')} />
      <p className={page.facts}>
        <span>{t('canaries.used', { used: canaries.used, max: canaries.max })}</span>
        <span className={page.muted}>
          {t('traffic.lastMoved', { who: nameOf(moved.by), at: formats.dateTime(moved.at) })}
        </span>
      </p>
      {remotes.length === 0 ? (
        <EmptyState
          icon={<TagIcon width="26" height="26" />}
          title={t('releases.empty')}
          text={t('releases.emptyText')}
        />
      ) : (
        <ul className={styles.remotes}>
          {remotes.map((remote) => (
            <li key={remote.remote}>
              <RemoteCard
                released={remote}
                traffic={items.find((item) => item.remote === remote.remote)}
                stamp={traffic}
              />
            </li>
          ))}
        </ul>
      )}
      <Overrides nameOf={nameOf} />
    </div>
  );
}
