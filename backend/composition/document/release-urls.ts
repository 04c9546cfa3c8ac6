import type { ReleaseFile, ReleaseRecord } from '@tessera/contracts/release.ts';

/** Where a release's file stands on the tenant's origin. */
export const fileUrl = (cdn: string, release: Pick<ReleaseRecord, 'remote' | 'version'>, path: string): string =>
  `${cdn}/${release.remote}/${release.version}/${path.split('/').map(encodeURIComponent).join('/')}`;

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
