import type { HealthEvidence, Rollout } from '@tessera/contracts/rollout.ts';
import { examine } from '../../composition/rollout/health/examine.ts';
import { createTrafficManager, type Changed } from '../../composition/rollout/manage-traffic.ts';
import { createDynamoTrafficRepository } from '../../composition/rollout/repository.dynamo.ts';
import { supersede } from '../../composition/rollout/rules.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Table } from '../../table/client.ts';
import { createReleaseHealth } from '../../table/release-health.ts';
import { createRolloutEntity } from '../../table/rollout.ts';

export interface RolloutWatchDeps {
  table: Table;
  clock: Clock;
  newId: NewId;
  /** The name that changes are noted under. */
  by: string;
  /** What was done, for the log. */
  done(what: 'rolled back' | 'moved on' | 'superseded', rollout: Rollout & { tenantId: string }): void;
}

const maxTries = 5;

/**
 * Looks after releases on their way: one that does worse than stable is taken back, one that does well takes the next step
 * of its plan. It looks at how things are, so that it does no harm to be called twice, or late.
 */
export function createRolloutWatch(deps: RolloutWatchDeps) {
  const { table, clock, newId, by } = deps;

  function openTenant(tenantId: string) {
    const repository = createDynamoTrafficRepository(table, tenantId);
    const manager = createTrafficManager({ table, tenantId, repository, clock, newId });
    const health = createReleaseHealth(table, tenantId);

    async function watch(rollout: Rollout): Promise<void> {
      const found = await examine(health, rollout, clock());
      const { evidence, viewsSinceMove: views } = found;
      const tell = (what: Parameters<typeof deps.done>[0], changed: Changed | undefined): void => {
        if (changed?.ok && changed.rollout) deps.done(what, { ...changed.rollout, tenantId });
      };
      if (evidence)
        tell(
          'rolled back',
          await untilSettled(() => manager.rollBackFailing(rollout, evidence, { by, reason: sentenceOf(evidence) })),
        );
      else if (found.state === 'healthy') {
        const reason = `No worse than stable in ${views} page views.`;
        tell('moved on', await untilSettled(() => manager.stepOn(rollout, { views, healthy: true }, { by, reason })));
      }
    }

    return { repository, watch };
  }

  async function watchTenant(tenantId: string, remotes?: ReadonlySet<string>): Promise<void> {
    const { repository, watch } = openTenant(tenantId);
    const shop = await repository.find();
    for (const rollout of shop?.rollouts ?? []) if (remotes?.has(rollout.remote) ?? true) await watch(rollout);
  }

  async function watchAll(): Promise<void> {
    const { data } = await createRolloutEntity(table).query.onTheirWay({ way: 'on' }).go({ pages: 'all' });
    for (const [tenantId, items] of Map.groupBy(data, (item) => item.tenantId)) {
      await endForgotten(
        tenantId,
        items.map(({ rollout }) => rollout),
      );
      await watchTenant(tenantId);
    }
  }

  /** A channel that was set to another set as a whole knows nothing of what was on its way. */
  async function endForgotten(tenantId: string, rollouts: readonly Rollout[]): Promise<void> {
    const { repository } = openTenant(tenantId);
    const shop = await repository.find();
    for (const { remote, id } of rollouts) {
      if (!shop || shop.rollouts.some((known) => known.id === id)) continue;
      // The index may be a moment old: what was ended by its own means stays as it was.
      const present = (await repository.rollouts(remote, 5)).find((known) => known.id === id);
      if (!present || present.endedAt !== undefined || present.startedAt > shop.moved.at) continue;
      const reason = `${shop.moved.by} set the shop’s releases anew.`;
      const ended = supersede(present, { by, at: clock().toISOString(), reason });
      await repository.putEnded(ended);
      deps.done('superseded', { ...ended, tenantId });
    }
  }

  return { watchTenant, watchAll };
}

/** Somebody else's change at the same time is no reason to leave a failing release where it is. */
async function untilSettled(change: () => Promise<Changed | undefined>): Promise<Changed | undefined> {
  for (let tries = 1; ; tries += 1) {
    const changed = await change();
    if (changed?.ok !== false || changed.reason !== 'traffic_moved' || tries === maxTries) return changed;
  }
}

/** @example "failures: 9 of 41 page views, of stable 0 of 60" */
function sentenceOf({ metric, canary, stable }: HealthEvidence): string {
  if (canary.p75 !== undefined)
    return `${metric}: ${canary.p75} at the 75th percentile of ${canary.views} page views, of stable ${stable.p75 ?? 0}.`;
  return `${metric}: ${canary.bad} of ${canary.views} page views, of stable ${stable.bad} of ${stable.views}.`;
}
