import type { ReleasedRemote, ReleaseSummary as SummaryView } from '@tessera/contracts/api/releases.ts';
import { platformTenant } from '@tessera/contracts/release.ts';
import { isStandardRemote } from '@tessera/contracts/standard-remotes.ts';
import { z } from 'zod';
import type { ReleaseSummary } from '../../composition/registry/repository.ts';
import { toSummaryView } from './views.ts';

type View = z.infer<typeof SummaryView>;

/** Where the next page begins: behind this release. */
export const ListPosition = z.object({ at: z.string(), remote: z.string(), version: z.string() });
export type ListPosition = z.infer<typeof ListPosition>;

interface Lists {
  tenantId: string;
  own: readonly ReleaseSummary[];
  /** Those that every shop has. */
  platform: readonly ReleaseSummary[];
  /** Release id of each remote that visitors are given. */
  live: readonly { remote: string; version: string; releaseId: string }[];
}

/** A shop has at most `releaseLimits.releases`, so the whole list is at hand: newest first, its remotes beside it. */
export function listReleases(
  { tenantId, own, platform, live }: Lists,
  page: { remote?: string | undefined; limit: number; after?: ListPosition | undefined },
) {
  const ids = new Set(live.map(({ releaseId }) => releaseId));
  const all = [
    ...own.map((release) => toSummaryView(release, { tenantId, live: ids })),
    ...platform.map((release) => toSummaryView(release, { tenantId: platformTenant, live: ids })),
  ].sort(newestFirst);
  const wanted = page.remote === undefined ? all : all.filter(({ remote }) => remote === page.remote);
  const { after } = page;
  const rest = after ? wanted.filter((release) => newestFirst(after, release) < 0) : wanted;
  const items = rest.slice(0, page.limit);
  const last = items.at(-1);
  return {
    remotes: remotesOf(all, live),
    items,
    next: rest.length > items.length && last ? { at: last.at, remote: last.remote, version: last.version } : undefined,
  };
}

const newestFirst = (a: ListPosition, b: ListPosition): number =>
  compare(b.at, a.at) || compare(a.remote, b.remote) || compare(a.version, b.version);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @param all newest first */
function remotesOf(all: readonly View[], live: Lists['live']): z.infer<typeof ReleasedRemote>[] {
  const names = new Set([...all.map(({ remote }) => remote), ...live.map(({ remote }) => remote)]);
  return [...names].sort().map((remote) => {
    const published = all.filter((release) => release.remote === remote && release.state === 'published');
    const liveVersion = live.find((release) => release.remote === remote)?.version;
    const latestVersion = published[0]?.version;
    return {
      remote,
      standard: remote === 'shell' || isStandardRemote(remote),
      releases: published.length,
      ...(liveVersion === undefined ? {} : { liveVersion }),
      ...(latestVersion === undefined ? {} : { latestVersion }),
    };
  });
}
