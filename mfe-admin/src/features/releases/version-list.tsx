import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { LoadMore } from '@tessera/ui/load-more.tsx';
import { Table } from '@tessera/ui/table.tsx';
import { useState } from 'react';
import page from '../../shared/page.module.css';
import type { ListPage } from '../../shared/list-page.ts';
import { useMore } from '../../shared/use-more.ts';
import { ConfirmChange } from './confirm-change.tsx';
import { useReleasesText } from './text.ts';
import type { ReleaseSummary, Traffic } from './types.ts';
import { versionColumns } from './version-columns.tsx';
import { VersionDrawer } from './version-drawer.tsx';

interface VersionListProps {
  traffic: Traffic;
  first: ListPage<ReleaseSummary>;
  nameOf(by: string): string;
}

/** Every release of the remote, newest first; each can be looked at beside stable and be kept from visitors. */
export function VersionList({ traffic, first, nameOf }: VersionListProps) {
  const t = useReleasesText();
  const formats = useFormat();
  const api = useApi('admin');
  const { remote } = traffic;
  const { items, pending, more } = useMore(remote, first, (cursor) =>
    api.GET('/api/admin/releases', { params: { query: { remote, cursor } } }),
  );
  const [looking, setLooking] = useState<ReleaseSummary>();
  const [asked, setAsked] = useState<{ version: string; change: 'quarantine' | 'free' }>();
  const isKept = (release: ReleaseSummary) =>
    traffic.quarantined.some(({ releaseId }) => releaseId === release.releaseId);
  return (
    <section className={page.section} aria-labelledby="versions">
      <h2 id="versions">{t('versions.title')}</h2>
      {items.length === 0 ? (
        <p className={page.muted}>{t('versions.none')}</p>
      ) : (
        <Table
          caption={t('versions.title')}
          columns={versionColumns({ t, formats, traffic, nameOf, onLook: setLooking })}
          rows={items}
          idOf={({ scope, version }: ReleaseSummary) => `${scope} ${version}`}
        />
      )}
      {more ? <LoadMore label={t('list.more')} pending={pending} onMore={() => void more()} /> : null}
      {looking ? (
        <VersionDrawer
          release={looking}
          traffic={traffic}
          nameOf={nameOf}
          onClose={() => setLooking(undefined)}
          onQuarantine={() => {
            setAsked({ version: looking.version, change: isKept(looking) ? 'free' : 'quarantine' });
            setLooking(undefined);
          }}
        />
      ) : null}
      {asked ? (
        <ConfirmChange
          {...asked}
          seen={traffic}
          viewsPerHour={undefined}
          nameOf={nameOf}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </section>
  );
}
