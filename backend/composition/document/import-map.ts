import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import type { Locale } from '@tessera/contracts/tenant.ts';
import { fileUrl, scriptsOf } from './release-urls.ts';

/**
 * Address → integrity of every script that a document in this language can load; another language is another document.
 * What is not in it, the `Integrity-Policy` blocks.
 */
export const integrityOfScripts = (
  cdn: string,
  releases: readonly ReleaseRecord[],
  locale: Locale,
): Record<string, string> =>
  Object.fromEntries(
    releases.flatMap((release) => {
      const own = release.preloadByLocale[locale];
      // A release without this language speaks another one of its own.
      const foreign = own === undefined ? [] : Object.values(release.preloadByLocale).flat();
      return scriptsOf(release)
        .filter(({ path }) => own?.includes(path) || !foreign.includes(path))
        .map(({ path, integrity }) => [fileUrl(cdn, release, path), integrity]);
    }),
  );

/** The document's one import map. A late one is honoured by one engine only, so it lists the whole set from the start, fallbacks too. */
export const importMapOf = (cdn: string, releases: readonly ReleaseRecord[], locale: Locale) => ({
  imports: {},
  integrity: integrityOfScripts(cdn, releases, locale),
});
