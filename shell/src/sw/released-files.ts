import { releasedPrefix } from '@tessera/contracts/file-headers.ts';

const release = /^\/(?:shell|mfe-[a-z0-9-]+)\/[^/]+\//;

/**
 * Whether an address is a release's file, of any set.
 *
 * @param origins of the shop's files
 */
export function isReleasedFile({ origin, pathname }: URL, shop: string, origins: ReadonlySet<string>): boolean {
  if (origin === shop) return pathname.startsWith(releasedPrefix);
  return origins.has(origin) && release.test(pathname);
}

/** Of a remote's entry, the stylesheets of the same release; of any other file none. */
export function stylesBeside(url: string, files: readonly string[]): string[] {
  const folder = /\/mfe-[a-z0-9-]+\/[^/]+\/(?=remoteEntry\.js$)/.exec(url)?.[0];
  return folder === undefined ? [] : files.filter((file) => file.endsWith('.css') && file.includes(folder));
}

const links = /<(?:link|script)\b[^>]*?\s(?:href|src)="([^"]+)"/g;

/** Addresses of the scripts and styles that a document starts from. */
export function startOf(html: string, page: string, isReleased: (url: URL) => boolean): string[] {
  const named = [...html.matchAll(links)].map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), page));
  return [
    ...new Set(named.filter((url) => isReleased(url) && !url.pathname.endsWith('.woff2')).map(({ href }) => href)),
  ];
}
