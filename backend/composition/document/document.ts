import type { BootDocument } from '@tessera/contracts/boot.ts';
import type { Locale, TenantProfile } from '@tessera/contracts/tenant.ts';
import type { LiveSet } from '../registry/load-set.ts';
import type { Surface } from './address.ts';
import { bodyHtml, type StatusKind } from './body.ts';
import type { BootBase } from './boot-document.ts';
import { contentSecurityPolicy, type Origins } from './content-security.ts';
import { criticalStyle } from './critical-style.ts';
import { fallbacksOf, remotesOf, type Page } from './find-page.ts';
import { headHtml } from './head.ts';
import { inlineJson } from './html.ts';
import { importMapOf } from './import-map.ts';
import { bannerHtml, bannerStyle } from '../override/banner.ts';
import type { InForce } from '../registry/override/in-force.ts';
import { overrideEntryOf } from '../override/overridden-set.ts';
import { startScript, typefaceScript } from './late-scripts.ts';
import type { PageStyle } from './page-styles.ts';
import { scriptPreloads } from './preloads.ts';
import { fileUrl, requireFile } from './release-urls.ts';
import { cacheControl, documentHeaders, openDocumentHeaders } from './security-headers.ts';
import type { Chrome, RenderChrome } from './shell-chrome.ts';

export interface DocumentInput {
  tenant: TenantProfile;
  live: LiveSet;
  surface: Surface;
  locale: Locale;
  origins: Origins;
  status: number;
  /** Whether shared caches may keep it. */
  shared: boolean;
  seo: string;
  base: BootBase;
  page: Page | undefined;
  /** Of the shell and of the page's release. */
  styles: readonly PageStyle[];
  /** The page as the shell is told of it. */
  boot: BootDocument['page'];
  markup: string | undefined;
  /** The document's own words, where no remote answers. */
  notice: { kind: StatusKind; action: string } | undefined;
  /** One remote from elsewhere; the set has it already. */
  override: InForce | undefined;
}

export interface DocumentAnswer {
  status: number;
  headers: Record<string, string>;
  /** The head first, so that the browser fetches while the rest is made. */
  body: AsyncIterable<string>;
  /** When what an override has put into it ends. */
  until?: string;
}

/** Writes one document. Everything it decides was decided before: this only puts it down, in order. */
export function writeDocument(input: DocumentInput, renderChrome: RenderChrome): DocumentAnswer {
  const { tenant, live, origins, locale, page, override } = input;
  const { cdn } = origins;
  const remotes = remotesOf(live, input.surface);
  const style = criticalStyle(tenant.theme);
  const loadable = [live.shell, ...remotes, ...fallbacksOf(live, input.surface)];
  const map = importMapOf(cdn, loadable, locale);
  const importMap = inlineJson(override ? withoutHash(map, overrideEntryOf(override)) : map);
  const styles = [style, ...(override ? [bannerStyle] : [])];
  const head = headHtml({
    tenant,
    locale,
    surface: input.surface,
    inlineStyles: styles,
    importMap,
    seo: input.seo,
    stylesheets: input.styles,
  });
  const bodyOf = (chrome: Chrome) =>
    bodyHtml({
      locale,
      chrome,
      banner: override && bannerHtml(override, locale, input.boot.url),
      remotes,
      active: page?.release.remote,
      markup: input.markup,
      status: input.notice,
      boot: { ...input.base, page: input.boot },
      scripts: scriptPreloads(cdn, live.shell, page, locale),
      entry: {
        url: fileUrl(cdn, live.shell, live.shell.entry),
        integrity: requireFile(live.shell, live.shell.entry).integrity,
      },
    });
  return {
    status: input.status,
    headers: {
      ...(override ? openDocumentHeaders : documentHeaders),
      'content-security-policy': contentSecurityPolicy(
        origins,
        {
          scripts: [typefaceScript, importMap, startScript],
          styles: [...styles, ...input.styles.flatMap(({ text }) => text ?? [])],
        },
        override?.origin,
      ),
      'cache-control': input.shared && !override ? cacheControl.public : cacheControl.private,
      'content-language': locale,
    },
    body: stream(),
    ...(override ? { until: override.until } : {}),
  };

  async function* stream(): AsyncGenerator<string> {
    yield head;
    const chrome = await renderChrome(live.shell, { url: input.boot.url, boot: input.base });
    yield* bodyOf(chrome);
  }
}

/** The loader runs what the map names. Bytes that are being worked on have no hash, which an empty one says. */
const withoutHash = ({ imports, integrity }: ReturnType<typeof importMapOf>, entry: string) => ({
  imports,
  integrity: { ...integrity, [entry]: '' },
});
