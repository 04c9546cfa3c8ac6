import type { ReleaseSummary, Traffic } from './types.ts';

/** Releases that a canary can be started with, in the order they came in. */
export function choosable(releases: readonly ReleaseSummary[], { stable, quarantined }: Traffic): ReleaseSummary[] {
  const out = new Set([stable?.releaseId, ...quarantined.map(({ releaseId }) => releaseId)]);
  return releases.filter(({ state, releaseId }) => state === 'published' && !out.has(releaseId));
}
