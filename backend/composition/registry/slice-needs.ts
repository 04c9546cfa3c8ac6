import { RemoteBuild } from '@tessera/contracts/release.ts';
import { fromSliceRef, toSliceRef } from '@tessera/contracts/slice-ref.ts';
import type { ReleaseRepository } from './repository.ts';

/** A version of a slice, and the releases of a shop that name it: `mfe-catalog 1.4.0`. */
export interface SliceNeed {
  slice: string;
  version: string;
  releases: readonly string[];
}

/** A version that a release names, and that no page can be given. */
export interface MissingSlice extends SliceNeed {
  /** `unknown`: it was never deployed. */
  state: 'unknown' | 'retiring' | 'retired';
}

export const refOf = ({ slice, version }: Pick<SliceNeed, 'slice' | 'version'>): string => toSliceRef(slice, version);

/** What the releases of these sets need, those they fall back to among them; by reference. */
export async function sliceNeedsOf(
  repository: Pick<ReleaseRepository, 'findSet' | 'findRelease'>,
  setIds: readonly string[],
): Promise<SliceNeed[]> {
  const sets = await Promise.all([...new Set(setIds)].map((id) => repository.findSet(id)));
  const ids = sets.flatMap((set) => [...Object.values(set?.releases ?? {}), ...Object.values(set?.fallbacks ?? {})]);
  const found = await Promise.all([...new Set(ids)].map((id) => repository.findRelease(id)));
  return toNeeds(found.flatMap((release) => RemoteBuild.safeParse(release?.build).data ?? []));
}

/** By slice and version, in one order whatever the releases'. */
export function toNeeds(builds: readonly Pick<RemoteBuild, 'manifest' | 'version' | 'sliceVersion'>[]): SliceNeed[] {
  const releases = new Map<string, Set<string>>();
  for (const { manifest, version, sliceVersion } of builds) {
    if (sliceVersion === undefined) continue;
    const ref = toSliceRef(manifest.slice, sliceVersion);
    releases.set(ref, (releases.get(ref) ?? new Set()).add(`${manifest.name} ${version}`));
  }
  return [...releases]
    .flatMap(([ref, names]) => {
      const parsed = fromSliceRef(ref);
      return parsed ? [{ ...parsed, releases: [...names].sort() }] : [];
    })
    .sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
}
