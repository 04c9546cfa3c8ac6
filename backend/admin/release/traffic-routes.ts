import { trafficApi, type Traffic } from '@tessera/contracts/api/traffic.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { maxCanaries } from '@tessera/contracts/rollout.ts';
import type { Changed } from '../../composition/rollout/manage-traffic.ts';
import { notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import { covers, requireRemote } from '../deploy-token/scope.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { readHealth } from './health-view.ts';
import { trafficError } from './traffic-errors.ts';
import { readTraffic } from './traffic-view.ts';

const reading = { roles: may.watchReleases, bearer: true } as const;
const writing = { roles: may.release, bearer: true } as const;

/** Registered before the routes of single releases, whose `{version}` would take these paths for one. */
export function implementTraffic(slice: SliceApp, scopeOf: ScopeOf): void {
  watch(slice, scopeOf);
  change(slice, scopeOf);
}

async function requireTraffic(scopeOf: ScopeOf, tenantId: TenantId, remote: string): Promise<Traffic> {
  const { traffic } = scopeOf(tenantId);
  const shop = await traffic.repository.find();
  const found = shop && (await readTraffic(traffic.repository, shop, remote));
  if (!found) throw notFound();
  return found;
}

function watch({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    trafficApi.trafficOfAll,
    async ({ tenantId, claims }) => {
      const { repository } = scopeOf(tenantId).traffic;
      const shop = await repository.find();
      if (!shop) throw notFound();
      const names = [...new Set([...Object.keys(shop.pins), ...shop.rollouts.map(({ remote }) => remote)])].sort();
      const items = await Promise.all(
        names.filter((remote) => covers(claims, remote)).map((remote) => readTraffic(repository, shop, remote)),
      );
      const { at, by } = shop.moved;
      return {
        status: 200,
        body: {
          revision: shop.revision,
          moved: { at, by },
          canaries: { used: shop.rollouts.length, max: maxCanaries },
          items: items.flatMap((item) => item ?? []),
        },
      };
    },
    reading,
  );

  implement(
    trafficApi.traffic,
    async ({ tenantId, params: { remote }, claims }) => {
      requireRemote(claims, remote);
      return { status: 200, body: await requireTraffic(scopeOf, tenantId, remote) };
    },
    reading,
  );

  implement(
    trafficApi.releaseHealth,
    async ({ tenantId, params: { remote }, query: { minutes }, claims }) => {
      requireRemote(claims, remote);
      const { traffic, clock } = scopeOf(tenantId);
      const { rollout, history, stable } = await requireTraffic(scopeOf, tenantId, remote);
      const now = clock();
      const from = new Date(now.getTime() - minutes * 60_000).toISOString();
      const latest = history.find(({ endedAt }) => endedAt !== undefined && endedAt > from);
      const body = await readHealth(traffic.health, { remote, stable, rollout: rollout ?? latest, minutes, now });
      return { status: 200, body };
    },
    reading,
  );
}

function change({ implement }: SliceApp, scopeOf: ScopeOf): void {
  const answer = async (tenantId: TenantId, remote: string, changed: Changed) => {
    if (!changed.ok) throw trafficError(changed);
    return { status: 200, body: await requireTraffic(scopeOf, tenantId, remote) } as const;
  };

  implement(
    trafficApi.promote,
    async ({ tenantId, params: { remote }, body, claims }) => {
      requireRemote(claims, remote);
      const { manager } = scopeOf(tenantId).traffic;
      return answer(tenantId, remote, await manager.promote(remote, { ...body, by: claims.userId }));
    },
    writing,
  );

  implement(
    trafficApi.rollback,
    async ({ tenantId, params: { remote }, body, claims }) => {
      requireRemote(claims, remote);
      const { manager } = scopeOf(tenantId).traffic;
      return answer(tenantId, remote, await manager.rollback(remote, { ...body, by: claims.userId }));
    },
    writing,
  );

  for (const [operation, what] of [
    [trafficApi.pause, 'pause'],
    [trafficApi.resume, 'resume'],
  ] as const)
    implement(
      operation,
      async ({ tenantId, params: { remote }, body, claims }) => {
        requireRemote(claims, remote);
        const { manager } = scopeOf(tenantId).traffic;
        return answer(tenantId, remote, await manager[what](remote, { ...body, by: claims.userId }));
      },
      writing,
    );

  implement(
    trafficApi.quarantine,
    async ({ tenantId, params: { remote }, body, claims }) => {
      requireRemote(claims, remote);
      const { manager } = scopeOf(tenantId).traffic;
      return answer(tenantId, remote, await manager.setQuarantine(remote, { ...body, by: claims.userId }));
    },
    writing,
  );
}
