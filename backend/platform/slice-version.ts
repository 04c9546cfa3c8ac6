import { sliceVersionPattern } from '@tessera/contracts/slice-ref.ts';

/** Put in place by the bundler, which knows it only once the bundle is made. */
declare const __SLICE_VERSION__: string | undefined;

const built = typeof __SLICE_VERSION__ === 'undefined' ? undefined : __SLICE_VERSION__;

/** Version that these functions answer as; undefined where they are run from their source, or belong to no versioned slice. */
export const sliceVersion: string | undefined =
  built !== undefined && sliceVersionPattern.test(built) ? built : undefined;
