import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { BootDocument, DataEntry } from '@tessera/contracts/boot.ts';
import { toDataUrl } from '@tessera/contracts/data-template.ts';
import { containerIdOf, shellElementIds } from '@tessera/contracts/elements.ts';
import { splitLocale } from '@tessera/contracts/locale-path.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import type { RenderInput, RenderResult, ServerEntry, ShellServerEntry } from '@tessera/contracts/server-entry.ts';
import { themeCss } from '@tessera/ui/theme.ts';
import { bootBase, integrityOf, tenant } from './sample-boot.ts';

export interface BuiltRelease {
  build: RemoteBuild;
  folder: string;
}

export interface DocumentInput {
  url: URL;
  cdn: string;
  releases: readonly BuiltRelease[];
  answer(dataUrl: string): DataEntry;
  /** Whether the document carries the remote's markup. */
  render: boolean;
}

/** A document as composition writes it, small enough to read in a test. */
export async function writeDocument(input: DocumentInput): Promise<{ html: string; headers: Record<string, string> }> {
  const { url, cdn, releases } = input;
  const { locale = 'en', path } = splitLocale(tenant.locales, url.pathname);
  const builds = releases.map(({ build }) => build);
  const base = bootBase(builds, cdn, locale === 'de' ? 'de' : 'en');
  const found = findRoute(
    releases.flatMap((release) => release.build.manifest.routes.map((route) => ({ path: route.path, route, release }))),
    path,
  );
  const address = url.pathname + url.search;
  const data = Object.fromEntries(
    (found?.route.route.data ?? []).map((template) => {
      const dataUrl = toDataUrl(template, {
        params: found?.params ?? {},
        search: url.searchParams,
        locale: base.locale,
        currency: base.currency,
        country: base.country,
      });
      return [dataUrl, input.answer(dataUrl)];
    }),
  );
  const release = found?.route.release;
  const result =
    input.render && release?.build.serverEntry !== undefined
      ? await render(release.folder, { url: address, data, boot: base, signal: AbortSignal.timeout(5000) })
      : undefined;
  const page: BootDocument['page'] = {
    url: address,
    status: found ? (result?.status ?? 200) : 404,
    ...(found ? { remote: found.route.release.build.manifest.name, routeId: found.route.route.id } : {}),
    rendered: result !== undefined,
    data,
  };
  const shell = requireShell(releases);
  const chrome = (await importDefault<ShellServerEntry>(shell.folder))({ url: address, boot: base });
  return assemble({ cdn, builds, shell: shell.build, boot: { ...base, page }, chrome, markup: result?.html });
}

/** A server entry that throws leaves the document to its skeleton. */
async function render(folder: string, input: RenderInput): Promise<RenderResult | undefined> {
  const entry = await importDefault<ServerEntry>(folder);
  return entry(input).catch(() => undefined);
}

function assemble(input: {
  cdn: string;
  builds: readonly RemoteBuild[];
  shell: RemoteBuild;
  boot: BootDocument;
  chrome: { header: string; footer: string };
  markup: string | undefined;
}) {
  const { cdn, builds, shell, boot, chrome, markup } = input;
  const urlOf = (build: RemoteBuild, file: string): string => `${cdn}/${build.manifest.name}/${build.version}/${file}`;
  const integrity = Object.fromEntries(
    builds.flatMap((build) =>
      build.files
        .filter(({ path }) => path.endsWith('.js'))
        .map((file) => [urlOf(build, file.path), file.integrity] as const),
    ),
  );
  const theme = themeCss(tenant.theme);
  const importMap = JSON.stringify({ imports: {}, integrity });
  const active = boot.page.remote;
  const entry = urlOf(shell, shell.entry);
  const style = shell.css[0] ?? '';
  const html = [
    `<!doctype html><html lang="${boot.locale}"><head><meta charset="utf-8"><title>${tenant.name}</title><style>${theme}</style>`,
    `<script type="importmap">${importMap}</script>`,
    `<link rel="stylesheet" crossorigin href="${urlOf(shell, style)}" integrity="${integrityOf(shell, style)}">`,
    ...preloadsOf(boot, builds).map(
      ([build, file]) =>
        `<link rel="modulepreload" crossorigin href="${urlOf(build, file)}" integrity="${integrityOf(build, file)}">`,
    ),
    `</head><body><div id="${shellElementIds.header}">${chrome.header}</div><main id="main" tabindex="-1">`,
    active
      ? `<div id="${containerIdOf(active)}">${markup ?? ''}</div>`
      : `<p id="${shellElementIds.status}">Not found</p>`,
    `</main><div id="${shellElementIds.footer}">${chrome.footer}</div><div id="${shellElementIds.overlay}"></div>`,
    `<script type="application/json" id="tessera-boot">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>`,
    `<script type="module" src="${entry}" integrity="${integrityOf(shell, shell.entry)}" crossorigin></script></body></html>`,
  ].join('');
  return { html, headers: headersOf(cdn, { importMap, theme }) };
}

function preloadsOf(boot: BootDocument, builds: readonly RemoteBuild[]): [RemoteBuild, string][] {
  return builds.flatMap((build): [RemoteBuild, string][] => {
    if (build.manifest.name === 'shell') return files(build, [build.entry, ...build.preload]);
    if (build.manifest.name !== boot.page.remote) return [];
    const route = build.manifest.routes.find(({ id }) => id === boot.page.routeId);
    return files(build, [build.entry, ...build.preload, ...(route?.preload ?? [])]);
  });

  function files(build: RemoteBuild, paths: readonly string[]): [RemoteBuild, string][] {
    return [...paths, ...(build.preloadByLocale[boot.locale] ?? [])].map((path) => [build, path]);
  }
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const headersOf = (cdn: string, inline: { importMap: string; theme: string }): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=0',
  'x-tessera-release': 'set_smoke',
  'integrity-policy': 'blocked-destinations=(script)',
  'content-security-policy': [
    `default-src 'none'`,
    `script-src 'self' ${cdn} ${hashOf(inline.importMap)}`,
    `style-src ${cdn} ${hashOf(inline.theme)}`,
    `img-src 'self' data:`,
    `font-src ${cdn}`,
    `connect-src 'self' ${cdn}`,
    `worker-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types tessera`,
  ].join('; '),
});

export function requireShell(releases: readonly BuiltRelease[]): BuiltRelease {
  const shell = releases.find(({ build }) => build.manifest.name === 'shell');
  if (!shell) throw new Error('No shell was built');
  return shell;
}

async function importDefault<T>(folder: string): Promise<T> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(`${folder}/server.mjs`).href)) as { default: T };
  return module.default;
}
