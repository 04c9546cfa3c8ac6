import { platformTenant, ReleaseAuthor, ReleaseSet } from '@tessera/contracts/release.ts';
import { z } from 'zod';
import { createWriteTransaction } from 'electrodb';
import { createAuditEntity } from '../../table/audit-record.ts';
import { createChannelEntity } from '../../table/channel.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createReleaseSetEntity } from '../../table/release-set.ts';
import { createReleaseSummaryEntity } from '../../table/release-summary.ts';
import { createReleaseEntity } from '../../table/release.ts';
import { toAuditItem } from './release-log.ts';
import type { Channel, ChannelMove, ReleaseNote, ReleaseRepository, StoredRelease } from './repository.ts';
import { refOf, sliceNeedsOf } from './slice-needs.ts';
import { summaryOf } from './summary.ts';
import { needEntities, unlessRefused, writeNeeds } from './write-needs.ts';

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
  provenance: z.unknown().exactOptional(),
  author: ReleaseAuthor.exactOptional(),
  signature: Signature.exactOptional(),
  ttl: z.number().exactOptional(),
});

export function createDynamoReleaseRepository(table: Table, tenantId: string): ReleaseRepository {
  const releases = createReleaseEntity(table);
  const summaries = createReleaseSummaryEntity(table);
  const notes = createAuditEntity(table);
  const sets = createReleaseSetEntity(table);
  const channels = createChannelEntity(table);

  async function findPublished(owner: string, releaseId: string): Promise<StoredRelease | undefined> {
    const { data } = await releases.query.id({ tenantId: owner, releaseId }).go();
    const item = data.find(({ state }) => state === 'published');
    return Stored.safeParse(item).data;
  }

  const findRelease: ReleaseRepository['findRelease'] = async (releaseId) =>
    (await findPublished(tenantId, releaseId)) ??
    (tenantId === platformTenant ? undefined : await findPublished(platformTenant, releaseId));

  const findSet: ReleaseRepository['findSet'] = async (id) => {
    const { data } = await sets.get({ tenantId, id }).go({ consistent: true });
    // One that is no set any more is none: whoever asks falls back to another.
    return ReleaseSet.safeParse(data).data;
  };

  return {
    async findVersion(remote, version) {
      const { data } = await releases.get({ tenantId, remote, version }).go({ consistent: true });
      return data ? toStored(data) : undefined;
    },
    findRelease,
    async list() {
      const { data } = await summaries.query.ofTenant({ tenantId }).go({ pages: 'all', consistent: true });
      const now = Date.now() / 1000;
      return data.filter(({ ttl }) => ttl === undefined || ttl > now).sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    reserve: (release, note, present) => write(release, note, present ?? 'absent'),
    commit: (release, note) => write(release, note, release),
    findSet,
    async putSet(set) {
      await unlessConditionFails(() => sets.create(set).go());
    },
    async findChannel(channel) {
      const { data } = await channels.get({ tenantId, channel }).go({ consistent: true });
      return data ?? undefined;
    },
    moveChannel,
  };

  /** A release, what lists say of it and what the log says: all, or nothing where it does not stand as was seen. */
  async function write(
    release: StoredRelease,
    note: ReleaseNote | undefined,
    seen: StoredRelease | 'absent',
  ): Promise<boolean> {
    const { canceled } = await createWriteTransaction({ releases, summaries, notes }, (tx) => [
      seen === 'absent'
        ? tx.releases.create(release).commit()
        : tx.releases
            .put(release)
            .where(
              ({ state, releaseId, reservedAt }, { eq }) =>
                `${eq(state, 'reserved')} AND ${eq(releaseId, seen.releaseId)} AND ${eq(reservedAt, seen.reservedAt)}`,
            )
            .commit(),
      tx.summaries.put({ tenantId, ...summaryOf(release) }).commit(),
      ...(note ? [tx.notes.put(toAuditItem(release, note)).commit()] : []),
    ]).go();
    return !canceled;
  }

  async function moveChannel(channel: string, move: ChannelMove, from: Channel | undefined): Promise<boolean> {
    const needs = await sliceNeedsOf({ findSet, findRelease }, [move.setId]);
    const item = {
      ...{ tenantId, channel, ...move, moves: (from?.moves ?? 0) + 1, history: historyAfter(from) },
      ...(needs.length > 0 ? { slices: needs.map(refOf) } : {}),
    };
    return unlessRefused(() =>
      createWriteTransaction({ channels, ...needEntities(table) }, (tx) => [
        from
          ? tx.channels
              .put(item)
              .where(({ moves }, { eq }) => eq(moves, from.moves))
              .commit()
          : tx.channels.create(item).commit(),
        ...writeNeeds(tx, {
          ...{ shop: tenantId, channel, at: move.movedAt },
          ...{ before: from?.slices ?? [], after: needs },
        }),
      ]).go(),
    );
  }
}

/** How many earlier sets a channel remembers: what it can fall back to. */
const historyLength = 50;

/** What a channel remembers once it moves on from where it is. */
export const historyAfter = (from: Channel | undefined) =>
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
