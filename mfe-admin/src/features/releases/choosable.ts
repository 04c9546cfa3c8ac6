import type { ReleaseSummary, Traffic } from './types.ts';

/** Releases that a canary can be started with, in the order they came in. */
export function choosable(releases: readonly ReleaseSummary[], { stable, quarantined }: Traffic): ReleaseSummary[] {
  const out = new Set([stable?.releaseId, ...quarantined.map(({ releaseId }) => releaseId)]);
  return releases.filter(({ state, releaseId }) => state === 'published' && !out.has(releaseId));
}

/** The version that was chosen as long as it is a choice, else the first; empty where there is none. */
export const chosenOf = (choices: readonly Pick<ReleaseSummary, 'version'>[], chosen: string | undefined): string =>
  (choices.find(({ version }) => version === chosen) ?? choices[0])?.version ?? '';
