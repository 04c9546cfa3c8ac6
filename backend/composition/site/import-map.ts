import type { LiveSet } from '../registry/load-set.ts';
import { fileUrl, scriptsOf } from '../document/release-urls.ts';

export interface SiteImportMap {
  /** Remote → its entry. */
  imports: Record<string, string>;
  /** Address → integrity of every script, in all languages, fallbacks too. */
  integrity: Record<string, string>;
}

/** What is live, as an import map of a page that composes it by itself. */
export function siteImportMapOf({ shell, remotes, fallbacks }: LiveSet, cdn: string): SiteImportMap {
  const releases = [shell, ...remotes.values(), ...fallbacks.values()];
  return {
    imports: Object.fromEntries(
      [...remotes.values()].map((release) => [release.remote, fileUrl(cdn, release, release.entry)]),
    ),
    integrity: Object.fromEntries(
      releases.flatMap((release) =>
        scriptsOf(release).map(({ path, integrity }) => [fileUrl(cdn, release, path), integrity]),
      ),
    ),
  };
}
