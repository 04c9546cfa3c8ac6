import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import { percentOf } from './percent.ts';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';
import type { Rollout, RolloutStep } from './types.ts';

/** The plan's shares in their order, where it stands, and what the next step waits for. */
export function PlanSteps({ rollout, plan }: { rollout: Rollout; plan: readonly RolloutStep[] }) {
  const t = useReleasesText();
  const formats = useFormat();
  const at = rollout.step ?? 0;
  const now = plan[at];
  const next = plan[at + 1];
  return (
    <div className={styles.plan}>
      <ol className={styles.steps} aria-label={t('plan.title')}>
        {plan.map(({ percent }, index) => (
          <li key={percent} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
            {percentOf(formats, percent)}
          </li>
        ))}
      </ol>
      {now && rollout.state === 'running' ? (
        <p className={page.muted}>
          {t(next ? 'plan.next' : 'plan.last', {
            percent: next ? percentOf(formats, next.percent) : '',
            minutes: now.minutes,
            views: now.views,
          })}
        </p>
      ) : null}
    </div>
  );
}
