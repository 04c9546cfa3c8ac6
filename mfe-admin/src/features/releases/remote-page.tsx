import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Breadcrumbs } from '@tessera/ui/breadcrumbs.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { TagIcon } from '@tessera/ui/icons/tag.tsx';
import { useParams } from 'react-router';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { usePoll } from '../../shared/use-poll.ts';
import { HealthPanel } from './health-panel.tsx';
import { nameOfRemote } from './name-of-remote.ts';
import { ReleaseHistory } from './release-history.tsx';
import { useReleasesText } from './text.ts';
import { TrafficCard } from './traffic-card.tsx';
import { trafficOf } from './traffic-of.ts';
import { useActors } from './use-actors.ts';
import { useHealthSpan } from './use-health-span.ts';
import { useHealth, viewsPerHour } from './use-health.ts';
import { VersionList } from './version-list.tsx';

export const head = ({ t, params, boot }: HeadInput) => ({
  title: `${nameOfRemote(t, params['remote'] ?? '')} · ${boot.tenant.name}`,
  robots: 'noindex',
});

const lookMs = 4_000;

export default function RemotePage() {
  const t = useReleasesText();
  const { dateTime } = useFormat();
  const nameOf = useActors();
  const remote = useParams()['remote'] ?? '';
  const all = useRouteData('/api/admin/traffic');
  const releases = useRouteData('/api/admin/releases');
  const log = useRouteData('/api/admin/releases/{remote}/log');
  const span = useHealthSpan(remote);
  const health = useHealth(remote, span.minutes, all);
  const traffic = trafficOf(all, remote);
  usePoll(traffic.rollout !== undefined, lookMs);
  const name = nameOfRemote(t, remote);
  const isKnown = traffic.stable !== undefined || releases.items.length > 0;
  return (
    <div className={page.stack}>
      <Breadcrumbs
        label={t('nav.trail')}
        links={[
          <Link key="releases" to={paths.releases}>
            {t('releases.title')}
          </Link>,
        ]}
        current={name}
      />
      <header className={page.title}>
        <h1>{name}</h1>
        <p className={page.muted}>
          {t('traffic.lastMoved', { who: nameOf(all.moved.by), at: dateTime(all.moved.at) })}
        </p>
      </header>
      {isKnown ? (
        <>
          <TrafficCard
            traffic={traffic}
            releases={releases.items}
            canaries={all.canaries}
            viewsPerHour={viewsPerHour(health.data)}
            nameOf={nameOf}
          />
          <HealthPanel health={health} span={span} history={traffic.history} />
          <VersionList traffic={traffic} first={releases} nameOf={nameOf} />
          <ReleaseHistory remote={remote} first={log} nameOf={nameOf} />
        </>
      ) : (
        <EmptyState icon={<TagIcon width="26" height="26" />} title={t('remote.none')} text={t('remote.noneText')} />
      )}
    </div>
  );
}
