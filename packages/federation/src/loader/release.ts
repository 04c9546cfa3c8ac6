import type { BootRemote } from '@tessera/contracts/boot.ts';

/** A release of a remote, as far as loading it goes. */
export type LoadableRelease = Pick<
  BootRemote,
  'name' | 'releaseId' | 'shellContract' | 'entry' | 'css' | 'sliceVersion'
>;

/** What may stand in a remote's place, in the order it is tried: what the set pins, and what that falls back to. */
export const releasesOf = (remote: BootRemote): readonly [LoadableRelease, ...LoadableRelease[]] =>
  remote.fallback ? [remote, { name: remote.name, ...remote.fallback }] : [remote];
