import { RemoteBuild } from '@tessera/contracts/release.ts';
import { Reservation } from '@tessera/contracts/api/releases.ts';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { DistFiles } from '../../composition/publish/read-build.ts';
import type { CallOptions, World } from './world.ts';

export const buildOf = (dist: DistFiles): RemoteBuild =>
  RemoteBuild.parse(JSON.parse(Buffer.from(dist.get('tessera.json') ?? '{}').toString()));

export const descriptionOf = (dist: DistFiles) => {
  const build = buildOf(dist);
  return {
    build,
    provenance: { commit: 'abcdef0', builtAt: '2031-01-01T00:00:00.000Z', tools: { tessera: '0.1.0' } },
    checksums: Object.fromEntries(
      build.files.map(({ path, integrity }) => [
        integrity,
        createHash('sha256')
          .update(dist.get(path) ?? '')
          .digest('base64'),
      ]),
    ),
  };
};

const pathOf = ({ manifest, version }: RemoteBuild): string => `/api/admin/releases/${manifest.name}/${version}`;

/** Publishing, call by call, as a command line does it. */
export function publisherOf(world: World, options: CallOptions = {}) {
  const reserve = (dist: DistFiles, more: Record<string, unknown> = {}) => {
    const description = { ...descriptionOf(dist), ...more };
    return world.call('PUT', pathOf(description.build), { ...options, body: description });
  };
  const upload = async (dist: DistFiles, { uploads }: z.infer<typeof Reservation>) => {
    for (const { path, url, headers } of uploads) {
      const answer = await fetch(url, { method: 'PUT', headers, body: Buffer.from(dist.get(path) ?? []) });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
  };
  const commit = (dist: DistFiles, releaseId: string, more: Record<string, unknown> = {}) =>
    world.call('POST', `${pathOf(buildOf(dist))}/commit`, { ...options, body: { releaseId, ...more } });
  return {
    reserve,
    upload,
    commit,
    async reserved(dist: DistFiles) {
      const answer = await reserve(dist);
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
      return Reservation.parse(await answer.json());
    },
    /** All three; throws where one is refused. */
    async publish(dist: DistFiles): Promise<string> {
      const reservation = await this.reserved(dist);
      await upload(dist, reservation);
      const answer = await commit(dist, reservation.releaseId);
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return reservation.releaseId;
    },
  };
}
