import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import { percentOf } from './percent.ts';
import { PlanSteps } from './plan-steps.tsx';
import styles from './releases.module.css';
import { RolloutBadge } from './rollout-badge.tsx';
import { useReleasesText } from './text.ts';
import { TrafficActions } from './traffic-actions.tsx';
import { TrafficBar } from './traffic-bar.tsx';
import type { ReleaseSummary, Rollout, Traffic, TrafficOfAll } from './types.ts';

export interface TrafficCardProps {
  traffic: Traffic;
  /** The newest, of which a canary is chosen. */
  releases: readonly ReleaseSummary[];
  canaries: TrafficOfAll['canaries'];
  viewsPerHour: number | undefined;
  nameOf(by: string): string;
}

/** Who gets which release now, and what can be done about it. */
export function TrafficCard(props: TrafficCardProps) {
  const t = useReleasesText();
  const { stable, rollout } = props.traffic;
  return (
    <section className={page.panel} aria-labelledby="traffic">
      <h2 id="traffic">{t('traffic.title')}</h2>
      {rollout ? (
        <OnItsWay rollout={rollout} nameOf={props.nameOf} />
      ) : (
        <p className={styles.statement}>{stable ? t('traffic.all', { version: stable.version }) : t('traffic.none')}</p>
      )}
      <TrafficActions {...props} />
    </section>
  );
}

function OnItsWay({ rollout, nameOf }: { rollout: Rollout } & Pick<TrafficCardProps, 'nameOf'>) {
  const t = useReleasesText();
  const formats = useFormat();
  const { percent, release, stable, state, plan, startedAt, startedBy } = rollout;
  return (
    <>
      <p className={styles.statement}>
        {t('traffic.get', { percent: percentOf(formats, percent), version: release.version })}{' '}
        <RolloutBadge state={state} />
      </p>
      <TrafficBar rollout={rollout} />
      <p className={page.muted}>
        {stable ? t('traffic.others', { version: stable.version }) : t('traffic.othersNone')}{' '}
        {t('traffic.started', { who: nameOf(startedBy), at: formats.dateTime(startedAt) })}
      </p>
      {plan ? <PlanSteps rollout={rollout} plan={plan} /> : null}
    </>
  );
}
