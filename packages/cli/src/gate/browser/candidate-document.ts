import { bootElementId, containerIdOf, shellElementIds } from '@tessera/contracts/elements.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import { splitLocale } from '@tessera/contracts/locale-path.ts';
import { createHash } from 'node:crypto';

/** A build as if it were released to a shop. */
export interface Candidate {
  build: RemoteBuild;
  /** Origin of the shop's files. */
  cdn: string;
}

export interface Page {
  html: string;
  policy: string;
}

/**
 * The document a shop would answer if the build were live: what is live already, with the build's files in import map and
 * boot document. It keeps the shop's policy and integrity; only the hash of the import map is another.
 *
 * @param path with the locale prefix, as it was asked for
 */
export function candidateDocument(page: Page, path: string, { build, cdn }: Candidate): Page {
  const { name } = build.manifest;
  let map = '';
  const html = page.html
    .replace(boot, (_, open: string, text: string, close: string) => open + toBoot(text, path, { build, cdn }) + close)
    .replace(importMap, (_, open: string, text: string, close: string) => {
      map = toImportMap(text, { build, cdn });
      return open + map + close;
    })
    .replace(status, '')
    .replace(containerOf(name), (_, open: string) => `${open}></div>`);
  const hash = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
  return { html, policy: page.policy.replace(/script-src [^;]*/, (sources) => `${sources} ${hash}`) };
}

const boot = new RegExp(`(<script type="application/json" id="${bootElementId}">)(.*?)(</script>)`, 's');
const importMap = /(<script type="importmap">)(.*?)(<\/script>)/s;
/** The shop's own words for a page that nobody answers yet. */
const status = new RegExp(`<section id="${shellElementIds.status}".*?</section>`, 's');
/** What was drawn of the release that is live, up to the next root of a remote or of the shell. */
const containerOf = (name: string): RegExp =>
  new RegExp(`(<div id="${containerIdOf(name)}"[^>]*)>.*?</div>(?=<div id="tessera-|</main>)`, 's');

function toBoot(text: string, path: string, { build, cdn }: Candidate): string {
  const document = JSON.parse(text) as {
    tenant: { locales: string[] };
    releaseSet: { remotes: Record<string, object> };
    page: { remote?: string; rendered: boolean; data: object };
  };
  const { manifest, version, entry, css, files } = build;
  const { name, slot, slice, shellContract } = manifest;
  const integrityOf = (file: string) => files.find((one) => one.path === file)?.integrity ?? '';
  document.releaseSet.remotes[name] = {
    ...{ name, version, releaseId: `rel_${'0'.repeat(64)}`, slot, slice, shellContract },
    entry: urlOf(cdn, build, entry),
    css: css.map((file) => ({ url: `/files/${name}/${version}/${file}`, integrity: integrityOf(file) })),
    routes: manifest.routes.map(({ preload: _, ...route }) => route),
  };
  const route = findRoute(
    manifest.routes,
    splitLocale(document.tenant.locales, new URL(path, 'http://x').pathname).path,
  );
  if (route)
    document.page = { ...{ url: path, status: 200, remote: name, routeId: route.route.id }, rendered: false, data: {} };
  return inline(document);
}

function toImportMap(text: string, { build, cdn }: Candidate): string {
  const map = JSON.parse(text) as { integrity?: Record<string, string> };
  const prefix = `${cdn}/${build.manifest.name}/`;
  const others = Object.entries(map.integrity ?? {}).filter(([url]) => !url.startsWith(prefix));
  const own = build.files
    .filter(({ path }) => /\.m?js$/.test(path) && path !== build.serverEntry)
    .map(({ path, integrity }) => [urlOf(cdn, build, path), integrity] as const);
  return inline({ ...map, integrity: Object.fromEntries([...others, ...own]) });
}

export const urlOf = (cdn: string, { manifest, version }: RemoteBuild, path: string): string =>
  `${cdn}/${manifest.name}/${version}/${path}`;

const inline = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
