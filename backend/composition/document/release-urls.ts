import { releasedPrefix } from '@tessera/contracts/file-headers.ts';
import type { ReleaseFile, ReleaseRecord } from '@tessera/contracts/release.ts';

type Named = Pick<ReleaseRecord, 'remote' | 'version'>;

/** Where a release's file stands on the tenant's origin of files: scripts come from there. */
export const fileUrl = (cdn: string, release: Named, path: string): string => cdn + folderOf(release) + encode(path);

/**
 * The same file under the shop's own name, as a path: styles and typefaces come from there, because a first paint waits
 * for them and another host costs it a look-up and a handshake.
 */
export const ownPath = (release: Named, path: string): string =>
  releasedPrefix.slice(0, -1) + folderOf(release) + encode(path);

/** Where pages of the shop ask for a file. */
export const askedUrl = (at: { cdn: string; origin: string }, release: Named, path: string): string =>
  isFirstPaint(path) ? at.origin + ownPath(release, path) : fileUrl(at.cdn, release, path);

const isFirstPaint = (path: string): boolean => /\.(?:css|woff2)$/.test(path);
const folderOf = ({ remote, version }: Named): string => `/${remote}/${version}/`;
const encode = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

export const findFile = (release: ReleaseRecord, path: string): ReleaseFile | undefined =>
  release.files.find((file) => file.path === path);

/** A file by the name another part of the record gives it; publishing made sure that it is there. */
export function requireFile(release: ReleaseRecord, path: string): ReleaseFile {
  const file = findFile(release, path);
  if (!file) throw new Error(`${release.releaseId} lists no ${path}`);
  return file;
}

/** Scripts a browser can load: everything but what runs elsewhere. */
export const scriptsOf = (release: ReleaseRecord): ReleaseFile[] =>
  release.files.filter(
    ({ path }) => /\.m?js$/.test(path) && path !== release.serverEntry && path !== release.serviceWorker,
  );
