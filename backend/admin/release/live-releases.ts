import type { LiveRelease } from '@tessera/contracts/api/releases.ts';
import { liveChannel } from '@tessera/contracts/channel.ts';
import { RemoteBuild } from '@tessera/contracts/release.ts';
import { z } from 'zod';
import { createChannelEntity } from '../../table/channel.ts';
import type { Table } from '../../table/client.ts';
import { createReleaseSetEntity } from '../../table/release-set.ts';
import { createReleaseEntity } from '../../table/release.ts';

export interface LiveSet {
  releaseSetId: string;
  items: z.infer<typeof LiveRelease>[];
}

const Pins = z.record(z.string(), z.string());
const Build = RemoteBuild.pick({ files: true });

/** What a tenant's shoppers are served; undefined where nothing was ever published. */
export function createLiveReleases(table: Table, tenantId: string) {
  const channels = createChannelEntity(table);
  const sets = createReleaseSetEntity(table);
  const releases = createReleaseEntity(table);

  async function read(remote: string, releaseId: string): Promise<LiveSet['items']> {
    const { data } = await releases.query.id({ tenantId, releaseId }).go();
    return data.slice(0, 1).map(({ version, publishedAt, reservedAt, publishedBy, build }) => ({
      remote,
      version,
      releaseId,
      publishedAt: publishedAt ?? reservedAt,
      publishedBy,
      bytes: Build.parse(build).files.reduce((sum, { bytes }) => sum + bytes, 0),
    }));
  }

  return {
    async find(): Promise<LiveSet | undefined> {
      const { data: channel } = await channels.get({ tenantId, channel: liveChannel }).go();
      if (!channel) return undefined;
      const { data: set } = await sets.get({ tenantId, id: channel.setId }).go();
      const pins = Object.entries(Pins.parse(set?.releases ?? {})).sort(([a], [b]) => (a < b ? -1 : 1));
      const found = await Promise.all(pins.map(([remote, id]) => read(remote, id)));
      return { releaseSetId: channel.setId, items: found.flat() };
    },
  };
}

export type LiveReleases = ReturnType<typeof createLiveReleases>;
