import { Provenance, ReleaseFile } from '@tessera/contracts/release.ts';
import { z } from 'zod';
import type { ReleaseSummary, StoredRelease } from './repository.ts';

const Sizes = z.object({ files: z.array(ReleaseFile.pick({ bytes: true })) });

export function summaryOf(release: StoredRelease): ReleaseSummary {
  const { remote, version, releaseId, state, publishedBy: by, ttl } = release;
  const { files } = Sizes.parse(release.build);
  const commit = Provenance.safeParse(release.provenance).data?.commit;
  return {
    ...{ remote, version, releaseId, state, by },
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    at: release.publishedAt ?? release.reservedAt,
    ...(commit === undefined ? {} : { commit }),
    ...(ttl === undefined ? {} : { ttl }),
  };
}
