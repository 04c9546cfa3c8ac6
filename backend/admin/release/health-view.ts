import type { HealthSample, ReleaseHealth } from '@tessera/contracts/api/traffic.ts';
import type { ReleaseRef, Rollout } from '@tessera/contracts/rollout.ts';
import { examine } from '../../composition/rollout/health/examine.ts';
import { p75Of } from '../../composition/rollout/health/histogram.ts';
import { sumOf } from '../../composition/rollout/health/numbers.ts';
import type { HealthMinute, ReleaseHealthTable } from '../../table/release-health.ts';

const maxPoints = 60;

export interface HealthQuestion {
  remote: string;
  stable: ReleaseRef | undefined;
  /** The one on its way, else the latest that ended within the span. */
  rollout: Rollout | undefined;
  minutes: number;
  now: Date;
}

/** A release on its way beside stable, over time and as it is judged. */
export async function readHealth(health: ReleaseHealthTable, question: HealthQuestion): Promise<ReleaseHealth> {
  const { remote, rollout, minutes, now } = question;
  const isOn = rollout?.endedAt === undefined;
  const stable = rollout ? rollout.stable : question.stable;
  const stepMinutes = Math.ceil(minutes / maxPoints);
  const stepMs = stepMinutes * 60_000;
  const last = Math.floor(now.getTime() / 60_000) * 60_000;
  const starts = Array.from(
    { length: Math.ceil(minutes / stepMinutes) },
    (_, index) => last - index * stepMs,
  ).reverse();
  const span = { from: new Date((starts[0] ?? last) - stepMs + 60_000), until: now };
  const seen = async (release: ReleaseRef | undefined) => release && health.read({ remote, ...release }, span);
  const [ofStable, ofCanary, examined] = await Promise.all([
    seen(stable),
    seen(rollout?.release),
    rollout && isOn ? examine(health, rollout, now) : undefined,
  ]);
  const within = (all: readonly HealthMinute[], end: number) =>
    all.filter(({ minute }) => {
      const at = Date.parse(`${minute}:00Z`);
      return at <= end && at > end - stepMs;
    });
  return {
    remote,
    ...(stable && ofStable ? { stable: { ...refOf(stable), total: toSample(ofStable) } } : {}),
    ...(rollout && ofCanary ? { canary: { ...refOf(rollout.release), total: toSample(ofCanary) } } : {}),
    stepMinutes,
    points: starts.map((end) => ({
      at: new Date(end - stepMs + 60_000).toISOString(),
      ...(ofStable ? { stable: toSample(within(ofStable, end)) } : {}),
      ...(ofCanary ? { canary: toSample(within(ofCanary, end)) } : {}),
    })),
    ...(examined
      ? {
          verdict: {
            state: examined.state,
            comparisons: examined.comparisons.map((comparison) => ({ ...comparison })),
          },
        }
      : {}),
  };
}

const refOf = ({ version, releaseId }: ReleaseRef): ReleaseRef => ({ version, releaseId });

function toSample(minutes: readonly HealthMinute[]): HealthSample {
  const { views, loadFailures, mountFailures, errors, apiErrors, histograms } = sumOf(minutes);
  const percentiles = {
    mountP75Ms: p75Of('mount', histograms.mount),
    lcpP75Ms: p75Of('LCP', histograms.LCP),
    inpP75Ms: p75Of('INP', histograms.INP),
    clsP75: p75Of('CLS', histograms.CLS),
  };
  const known = Object.entries(percentiles).filter(([, value]) => value !== undefined);
  return { ...{ views, loadFailures, mountFailures, errors, apiErrors }, ...Object.fromEntries(known) };
}
