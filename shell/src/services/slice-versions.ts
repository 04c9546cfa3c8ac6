import type { BootDocument } from '@tessera/contracts/boot.ts';
import { sliceOf } from '@tessera/contracts/slice-prefixes.ts';
import { toSliceRef } from '@tessera/contracts/slice-ref.ts';

/** Which version of its slice each call of this page is for: the one that the running release was built with. */
export interface SliceVersions {
  /** Undefined where whichever version stands is to answer. */
  refOf(path: string): string | undefined;
  /** A release runs from now on, which may be an earlier one in the place of the pinned. */
  runs(release: { name: string; sliceVersion?: string }): void;
}

export function createSliceVersions({ releaseSet }: Pick<BootDocument, 'releaseSet'>): SliceVersions {
  const named = Object.values(releaseSet.remotes).filter(({ sliceVersion }) => sliceVersion !== undefined);
  const versions = new Map(named.map(({ slice, sliceVersion }) => [slice, sliceVersion]));
  return {
    refOf(path) {
      const slice = sliceOf(path) ?? '';
      const version = versions.get(slice);
      return version && toSliceRef(slice, version);
    },
    runs({ name, sliceVersion }) {
      const pinned = named.find((remote) => remote.name === name);
      if (pinned) versions.set(pinned.slice, sliceVersion);
    },
  };
}
