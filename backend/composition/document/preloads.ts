import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import type { Locale } from '@tessera/contracts/tenant.ts';
import type { Page } from './find-page.ts';
import { fileUrl, findFile, ownPath, scriptsOf } from './release-urls.ts';

export interface GuardedFile {
  url: string;
  integrity: string;
}

/** Scripts the first view needs, and no other: of the shell, of the active remote, and of its route. */
export function scriptPreloads(
  cdn: string,
  shell: ReleaseRecord,
  page: Page | undefined,
  locale: Locale,
): GuardedFile[] {
  const shellFiles = pick(cdn, shell, [shell.entry, ...shell.preload, ...localeFiles(shell, locale)]);
  if (!page) return shellFiles;
  const { release, route } = page;
  const paths = [release.entry, ...release.preload, ...route.preload, ...localeFiles(release, locale)];
  return [...shellFiles, ...pick(cdn, release, paths)];
}

/** A release's stylesheets, at the shop's own name where nothing else is said. */
export const stylesheetsOf = (release: ReleaseRecord, urlOf = ownPath): GuardedFile[] =>
  release.css.flatMap((path) => {
    const file = findFile(release, path);
    return file ? [{ url: urlOf(release, path), integrity: file.integrity }] : [];
  });

const localeFiles = (release: ReleaseRecord, locale: Locale): readonly string[] =>
  release.preloadByLocale[locale] ?? [];

function pick(cdn: string, release: ReleaseRecord, paths: readonly string[]): GuardedFile[] {
  const scripts = new Map(scriptsOf(release).map((file) => [file.path, file]));
  return [...new Set(paths)].flatMap((path) => {
    const file = scripts.get(path);
    return file ? [{ url: fileUrl(cdn, release, path), integrity: file.integrity }] : [];
  });
}
