import { ReleaseSet } from '@tessera/contracts/release.ts';
import { z } from 'zod';
import { createChannelEntity } from '../../table/channel.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createReleaseSetEntity } from '../../table/release-set.ts';
import { createReleaseEntity } from '../../table/release.ts';
import type { Channel, ReleaseRepository, StoredRelease } from './repository.ts';

const Signature = z.object({ kid: z.string(), value: z.string() });
const Stored = z.object({
  tenantId: z.string(),
  remote: z.string(),
  version: z.string(),
  releaseId: z.string(),
  state: z.enum(['reserved', 'published']),
  reservedAt: z.string(),
  publishedAt: z.string().exactOptional(),
  publishedBy: z.string(),
  build: z.unknown(),
  signature: Signature,
});

export function createDynamoReleaseRepository(table: Table, tenantId: string): ReleaseRepository {
  const releases = createReleaseEntity(table);
  const sets = createReleaseSetEntity(table);
  const channels = createChannelEntity(table);
  return {
    async findVersion(remote, version) {
      const { data } = await releases.get({ tenantId, remote, version }).go({ consistent: true });
      return data ? toStored(data) : undefined;
    },
    async findRelease(releaseId) {
      const { data } = await releases.query.id({ tenantId, releaseId }).go();
      const item = data.find(({ state }) => state === 'published');
      return item ? toStored(item) : undefined;
    },
    reserve: (release, abandoned) =>
      unlessConditionFails(() =>
        abandoned
          ? releases
              .put(release)
              .where(
                ({ state, reservedAt }, { eq }) =>
                  `${eq(state, 'reserved')} AND ${eq(reservedAt, abandoned.reservedAt)}`,
              )
              .go()
          : releases.create(release).go(),
      ),
    commit: (release) =>
      unlessConditionFails(() =>
        releases
          .put(release)
          .where(
            ({ state, releaseId, reservedAt }, { eq }) =>
              `${eq(state, 'reserved')} AND ${eq(releaseId, release.releaseId)} AND ${eq(reservedAt, release.reservedAt)}`,
          )
          .go(),
      ),
    async findSet(id) {
      const { data } = await sets.get({ tenantId, id }).go({ consistent: true });
      return data ? ReleaseSet.parse(data) : undefined;
    },
    async putSet(set) {
      await unlessConditionFails(() => sets.create(set).go());
    },
    async findChannel(channel) {
      const { data } = await channels.get({ tenantId, channel }).go({ consistent: true });
      return data ?? undefined;
    },
    moveChannel: (channel, move, from) => unlessConditionFails(() => put(channel, move, from)),
  };

  function put(channel: string, move: { setId: string; movedAt: string; movedBy: string }, from: Channel | undefined) {
    const item = { tenantId, channel, ...move, moves: (from?.moves ?? 0) + 1, history: historyAfter(from) };
    return from
      ? channels
          .put(item)
          .where(({ moves }, { eq }) => eq(moves, from.moves))
          .go()
      : channels.create(item).go();
  }
}

/** How many earlier sets a channel remembers: what it can fall back to. */
const historyLength = 50;

const historyAfter = (from: Channel | undefined) =>
  from
    ? [...from.history, { setId: from.setId, movedAt: from.movedAt, movedBy: from.movedBy }].slice(-historyLength)
    : [];

const toStored = (item: unknown): StoredRelease => Stored.parse(item);

/** Runs a conditional write: false where its condition failed; anything else is thrown on. */
async function unlessConditionFails(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}
