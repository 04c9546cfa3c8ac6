import { liveChannel } from '@tessera/contracts/channel.ts';
import { Quarantine, ReleaseRef, Rollout } from '@tessera/contracts/rollout.ts';
import { createWriteTransaction } from 'electrodb';
import { createAuditEntity } from '../../table/audit-record.ts';
import { createChannelEntity } from '../../table/channel.ts';
import type { Table } from '../../table/client.ts';
import { createQuarantineEntity } from '../../table/quarantine.ts';
import { createRolloutEntity } from '../../table/rollout.ts';
import { platformTenant } from '@tessera/contracts/release.ts';
import { createDynamoReleaseRepository, historyAfter } from '../registry/repository.dynamo.ts';
import { logEntityOf } from '../registry/release-log.ts';
import type { StoredRelease } from '../registry/repository.ts';
import { refOf, sliceNeedsOf } from '../registry/slice-needs.ts';
import { createSliceRegistry } from '../registry/slice-registry.ts';
import { needEntities, unlessRefused, writeNeeds } from '../registry/write-needs.ts';
import type { TrafficChange, TrafficRepository } from './repository.ts';
import type { ShopTraffic } from './shop-traffic.ts';

/**
 * One item, the channel, says who gets what: whoever changes it names the move that they have seen, so of two at once
 * one loses. What else a change writes goes with it in one transaction.
 */
export function createDynamoTrafficRepository(table: Table, tenantId: string): TrafficRepository {
  const channels = createChannelEntity(table);
  const rollouts = createRolloutEntity(table);
  const quarantines = createQuarantineEntity(table);
  const notes = createAuditEntity(table);
  const releases = createDynamoReleaseRepository(table, tenantId);
  const common = createDynamoReleaseRepository(table, platformTenant);

  async function find() {
    const { data: channel } = await channels.get({ tenantId, channel: liveChannel }).go({ consistent: true });
    if (!channel) return undefined;
    const canaries = channel.canaries ?? [];
    const [set, ...records] = await Promise.all([
      releases.findSet(channel.setId),
      ...canaries.map(({ remote, startedAt, rolloutId }) =>
        rollouts.get({ tenantId, remote, startedAt, rolloutId }).go({ consistent: true }),
      ),
    ]);
    if (!set) throw new Error(`the live channel of ${tenantId} names a set that is not there: ${channel.setId}`);
    return {
      revision: channel.moves,
      moved: {
        at: channel.movedAt,
        by: channel.movedBy,
        ...(channel.movedWhat === undefined ? {} : { what: channel.movedWhat }),
      },
      setId: channel.setId,
      pins: set.releases,
      sets: channel.sets ?? [],
      // The channel's share is the one that visitors are served by; a record read a moment later may be ahead of it.
      rollouts: records.map(({ data }, index) => ({
        ...Rollout.parse(data?.rollout),
        percent: canaries[index]?.percent ?? 0,
      })),
      history: channel.history,
    };
  }

  async function write(from: ShopTraffic, change: TrafficChange): Promise<boolean> {
    const { data: channel } = await channels.get({ tenantId, channel: liveChannel }).go({ consistent: true });
    if (channel?.moves !== from.revision) return false;
    const entities = { channels, rollouts, quarantines, notes, ...needEntities(table) };
    const { free, quarantine, moved, audit } = change;
    const needs = await sliceNeedsOf(releases, [change.setId, ...change.sets]);
    const refs = needs.map(refOf);
    const transaction = createWriteTransaction(entities, (tx) => [
      tx.channels
        .put({
          ...{ tenantId, channel: liveChannel, setId: change.setId, moves: from.revision + 1 },
          ...{ movedAt: moved.at, movedBy: moved.by, movedWhat: moved.what },
          history: channel.setId === change.setId ? channel.history : historyAfter(channel),
          canaries: change.rollouts.map(({ remote, percent, id, startedAt }) => ({
            ...{ remote, percent, startedAt, rolloutId: id },
          })),
          sets: change.sets,
          ...(refs.length > 0 ? { slices: refs } : {}),
        })
        .where(({ moves }, { eq }) => eq(moves, from.revision))
        .commit(),
      ...change.written.map((rollout) => tx.rollouts.put(toItem(rollout)).commit()),
      ...(free
        ? [
            tx.quarantines
              .check({ tenantId, ...free })
              .where(({ releaseId }, { notExists }) => notExists(releaseId))
              .commit(),
          ]
        : []),
      ...(quarantine
        ? [tx.quarantines.put({ tenantId, remote: quarantine.remote, ...quarantine.entry }).commit()]
        : []),
      tx.notes
        .put({
          ...{ tenantId, entity: audit.entity, what: audit.what, data: audit.data },
          ...{ at: moved.at, by: moved.by, auditId: audit.id },
        })
        .commit(),
      ...writeNeeds(tx, {
        ...{ shop: tenantId, channel: liveChannel, at: moved.at },
        ...{ before: channel.slices ?? [], after: needs },
      }),
    ]);
    return unlessRefused(() => transaction.go());
  }

  const toItem = (rollout: Rollout) => {
    const { remote, startedAt, id, state } = rollout;
    const way = state === 'running' || state === 'paused' ? ('on' as const) : ('over' as const);
    return { tenantId, remote, startedAt, rolloutId: id, rollout, way };
  };

  return {
    find,
    write,
    missingSlices: async (setIds) => createSliceRegistry(table).missing(await sliceNeedsOf(releases, setIds)),
    async rollouts(remote, limit) {
      const { data } = await rollouts.query.rollout({ tenantId, remote }).go({ order: 'desc', limit });
      return data.map(({ rollout }) => Rollout.parse(rollout));
    },
    async putEnded(rollout) {
      await rollouts.put(toItem(rollout)).go();
    },
    async quarantined(remote) {
      const { data } = await quarantines.query.release({ tenantId, remote }).go({ pages: 'all' });
      return data.map((item) => Quarantine.parse(item));
    },
    async findQuarantine(remote, releaseId) {
      const { data } = await quarantines.get({ tenantId, remote, releaseId }).go({ consistent: true });
      return data ? Quarantine.parse(data) : undefined;
    },
    async setQuarantine(remote, entry, quarantined, auditId) {
      const { releaseId, version, at, by, reason: why } = entry;
      await createWriteTransaction({ quarantines, notes }, (tx) => [
        quarantined
          ? tx.quarantines.put({ tenantId, remote, ...entry }).commit()
          : tx.quarantines.delete({ tenantId, remote, releaseId }).commit(),
        tx.notes
          .put({
            ...{ tenantId, entity: logEntityOf(remote), at, by, auditId },
            what: quarantined ? 'release.quarantined' : 'release.freed',
            data: { version, releaseId, why },
          })
          .commit(),
      ]).go();
    },
    async findRelease(remote, by) {
      if ('releaseId' in by) return toRef(remote, await releases.findRelease(by.releaseId));
      const own = toRef(remote, await releases.findVersion(remote, by.version));
      return own ?? toRef(remote, await common.findVersion(remote, by.version));
    },
    findSet: (setId) => releases.findSet(setId),
  };
}

const toRef = (remote: string, release: StoredRelease | undefined): ReleaseRef | undefined =>
  release?.state === 'published' && release.remote === remote ? ReleaseRef.parse(release) : undefined;
