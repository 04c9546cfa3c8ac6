import type { BootDocument } from '@tessera/contracts/boot.ts';
import { sliceOf } from '@tessera/contracts/slice-prefixes.ts';
import type { Telemetry } from './telemetry.ts';

export interface ApiFailureOptions {
  telemetry(): Telemetry;
  isOnline(): boolean;
}

/** Tells which remotes on the page a failing answer is the slice of. One that is not on the page had no part in it. */
export function createApiFailures(
  { releaseSet }: Pick<BootDocument, 'releaseSet'>,
  { telemetry, isOnline }: ApiFailureOptions,
) {
  return (path: string, status: number): void => {
    if (status === 0 && !isOnline()) return;
    const slice = sliceOf(path);
    for (const { name } of Object.values(releaseSet.remotes).filter((remote) => remote.slice === slice))
      if (telemetry().knows(name))
        telemetry().report({ type: 'api-failed', remote: name, status, at: new Date().toISOString() });
  };
}
