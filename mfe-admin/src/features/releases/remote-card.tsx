import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Badge } from '@tessera/ui/badge.tsx';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { nameOfRemote } from './name-of-remote.ts';
import { percentOf } from './percent.ts';
import styles from './releases.module.css';
import { RolloutBadge } from './rollout-badge.tsx';
import { useReleasesText } from './text.ts';
import { TrafficBar } from './traffic-bar.tsx';
import type { ReleasedRemote, Rollout, Traffic } from './types.ts';
import { useHealth } from './use-health.ts';
import { VerdictBadge } from './verdict-badge.tsx';

interface RemoteCardProps {
  released: ReleasedRemote;
  traffic: Traffic | undefined;
  /** Changes when the traffic was fetched anew. */
  stamp: unknown;
}

/** One part of the shop: what everybody gets, what is on its way beside it, and what was published last. */
export function RemoteCard({ released, traffic, stamp }: RemoteCardProps) {
  const t = useReleasesText();
  const { remote, standard, latestVersion, liveVersion } = released;
  const name = nameOfRemote(t, remote);
  const stable = traffic?.stable?.version ?? liveVersion;
  const isWaiting = latestVersion !== undefined && latestVersion !== stable && traffic?.rollout === undefined;
  return (
    <article className={styles.card}>
      <div className={styles.who}>
        <h2>
          <Link to={paths.remote(remote)}>{name}</Link>
        </h2>
        <p className={page.muted}>
          {name === remote ? null : <bdi className={page.code}>{remote}</bdi>}
          {standard ? null : <Badge>{t('remote.own')}</Badge>}
        </p>
      </div>
      <dl className={styles.versions}>
        <div>
          <dt>{t('releases.everybody')}</dt>
          <dd>{stable ? <bdi>{stable}</bdi> : t('releases.nobody')}</dd>
        </div>
        <div>
          <dt>{t('releases.latest')}</dt>
          <dd>
            {latestVersion ? <bdi>{latestVersion}</bdi> : '–'}{' '}
            {isWaiting ? <Badge tone="warning">{t('releases.waiting')}</Badge> : null}
          </dd>
        </div>
      </dl>
      {traffic?.rollout ? <OnItsWay rollout={traffic.rollout} stamp={stamp} /> : null}
    </article>
  );
}

function OnItsWay({ rollout, stamp }: { rollout: Rollout; stamp: unknown }) {
  const t = useReleasesText();
  const formats = useFormat();
  const health = useHealth(rollout.remote, 60, stamp);
  const { percent, release, plan, step, state } = rollout;
  const verdict = health.data?.verdict;
  return (
    <div className={styles.way}>
      <TrafficBar rollout={rollout} />
      <p className={page.facts}>
        <span>{t('traffic.get', { percent: percentOf(formats, percent), version: release.version })}</span>
        <RolloutBadge state={state} />
        {verdict ? <VerdictBadge state={verdict.state} /> : null}
        {plan && step !== undefined ? (
          <span className={page.muted}>{t('plan.at', { n: step + 1, of: plan.length })}</span>
        ) : null}
      </p>
    </div>
  );
}
