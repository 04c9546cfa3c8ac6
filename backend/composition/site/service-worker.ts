import { fallbacksOf, remotesOf } from '../document/find-page.ts';
import { inlineJson } from '../document/html.ts';
import { askedUrl } from '../document/release-urls.ts';
import type { LiveSet } from '../registry/load-set.ts';

/** What `/sw.js` knows from its first line, as `self.__TESSERA__`. */
export interface WorkerConfig {
  tenant: string;
  releaseSet: string;
  /** The shell's files: what an installed shop starts from without a network. */
  shell: { url: string; integrity: string }[];
  /** Every file of the shop's remotes, address → integrity: immutable, so worth keeping once fetched. */
  files: Record<string, string>;
}

export function workerConfigOf(live: LiveSet, at: { cdn: string; origin: string }): WorkerConfig {
  const { shell } = live;
  const served = (path: string, release = shell) =>
    path !== release.serverEntry && path !== release.serviceWorker && !path.endsWith('.map');
  return {
    tenant: live.set.tenantId,
    releaseSet: live.set.id,
    shell: shell.files
      .filter(({ path }) => served(path))
      .map(({ path, integrity }) => ({ url: askedUrl(at, shell, path), integrity })),
    files: Object.fromEntries(
      [...remotesOf(live, 'shop'), ...fallbacksOf(live, 'shop')].flatMap((release) =>
        release.files
          .filter(({ path }) => served(path, release))
          .map(({ path, integrity }) => [askedUrl(at, release, path), integrity]),
      ),
    ),
  };
}

/** The shell's worker, told which shop it works for: other sets are other bytes, so browsers see an update. */
export const workerScript = (source: string, config: WorkerConfig): string =>
  `self.__TESSERA__ = ${inlineJson(config)};\n${source}`;

export const workerHeaders = (origins: { cdn: string; store: string }): Record<string, string> => ({
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'no-cache',
  'service-worker-allowed': '/',
  'content-security-policy': `default-src 'none'; script-src 'self'; connect-src 'self' ${origins.cdn} ${origins.store}`,
});
