import type { ReleaseDetail, ReleaseSummary as SummaryView } from '@tessera/contracts/api/releases.ts';
import { platformTenant, Provenance, RemoteBuild } from '@tessera/contracts/release.ts';
import type { z } from 'zod';
import { summaryOf } from '../../composition/registry/summary.ts';
import type { ReleaseSummary, StoredRelease } from '../../composition/registry/repository.ts';

type View = z.infer<typeof SummaryView>;

export interface ViewContext {
  tenantId: string;
  /** Ids of the releases that visitors of the live channel are given. */
  live: ReadonlySet<string>;
}

export const toSummaryView = ({ ttl, ...release }: ReleaseSummary, { tenantId, live }: ViewContext): View => ({
  ...release,
  scope: tenantId === platformTenant ? 'platform' : 'tenant',
  live: live.has(release.releaseId),
  ...(ttl === undefined ? {} : { expiresAt: new Date(ttl * 1000).toISOString() }),
});

/** Undefined for a record that does not fit the schema, which no page is made from either. */
export function toDetailView(
  release: StoredRelease,
  live: ViewContext['live'],
): z.infer<typeof ReleaseDetail> | undefined {
  const build = RemoteBuild.safeParse(release.build);
  if (!build.success || !release.signature) return undefined;
  const provenance = Provenance.safeParse(release.provenance).data;
  return {
    ...toSummaryView(summaryOf(release), { tenantId: release.tenantId, live }),
    build: build.data,
    ...(provenance ? { provenance } : {}),
    signature: release.signature,
  };
}
