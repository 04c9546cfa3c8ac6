import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { percentOf } from './percent.ts';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';
import type { Rollout } from './types.ts';

/** How visitors are divided: who is in canary at the start, everybody else behind; the plan's shares are marked. */
export function TrafficBar({ rollout }: { rollout: Rollout }) {
  const t = useReleasesText();
  const formats = useFormat();
  const { percent, plan = [], release, stable } = rollout;
  // One in a hundred is narrower than what can be seen.
  const shown = percent === 0 ? 0 : Math.max(percent, 1.5);
  const marks = plan.filter((step) => step.percent > percent && step.percent < 100);
  return (
    <svg
      className={styles.bar}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={t(stable ? 'traffic.divided' : 'traffic.dividedNew', {
        percent: percentOf(formats, percent),
        canary: release.version,
        rest: percentOf(formats, 100 - percent),
        stable: stable?.version ?? '',
      })}
    >
      <rect className={styles.rest} width="100" height="10" />
      <rect className={styles.share} width={shown} height="10" />
      {marks.map((step) => (
        <line key={step.percent} className={styles.mark} x1={step.percent} x2={step.percent} y1="0" y2="10" />
      ))}
    </svg>
  );
}
