import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import { fileUrl, scriptsOf } from './release-urls.ts';

/** Address → integrity of every script the releases can load. What is not in it, the `Integrity-Policy` blocks. */
export const integrityOfScripts = (cdn: string, releases: readonly ReleaseRecord[]): Record<string, string> =>
  Object.fromEntries(
    releases.flatMap((release) =>
      scriptsOf(release).map(({ path, integrity }) => [fileUrl(cdn, release, path), integrity]),
    ),
  );

/** The document's one import map. A late one is honoured by one engine only, so it lists the whole set from the start. */
export const importMapOf = (cdn: string, releases: readonly ReleaseRecord[]) => ({
  imports: {},
  integrity: integrityOfScripts(cdn, releases),
});
