import type { BootDocument } from '@tessera/contracts/boot.ts';
import type { Head } from '@tessera/contracts/server-entry.ts';
import type { Locale, TenantProfile } from '@tessera/contracts/tenant.ts';
import type { LiveSet } from '../registry/load-set.ts';
import { pathIn, readAddress, type Address } from './address.ts';
import type { StatusKind } from './body.ts';
import { bootBaseOf, bootPageOf } from './boot-document.ts';
import type { Origins } from './content-security.ts';
import { writeDocument, type DocumentAnswer } from './document.ts';
import { findPage } from './find-page.ts';
import type { FirstPaint, FirstPaintInput } from './first-paint.ts';
import type { ReadPageStyles } from './page-styles.ts';
import { viewingOf } from './page-view.ts';
import type { InForce } from '../registry/override/in-force.ts';
import { overriddenBoot, overriddenSet } from '../override/overridden-set.ts';
import { seoHtml } from './seo.ts';
import { cacheControl } from './security-headers.ts';
import type { RenderChrome } from './shell-chrome.ts';
import { properPathOf, type FindSubject } from './subject.ts';
import { texts } from './texts.ts';

export interface ComposeInput {
  tenant: TenantProfile;
  live: LiveSet;
  /** The address as the visitor sees it. */
  url: URL;
  viewHeader: string | undefined;
  origins: Origins;
  /** One remote from elsewhere, for whoever asks; never on the console. */
  override?: InForce | undefined;
}

export interface Composer {
  firstPaint(input: FirstPaintInput): Promise<FirstPaint>;
  findSubject: FindSubject;
  readStyles: ReadPageStyles;
  chrome: RenderChrome;
}

const offlinePath = '/offline';

/** Way 1, from an address to a document: language → route → what it is about → first paint → HTML. */
export async function composeDocument(input: ComposeInput, composer: Composer): Promise<DocumentAnswer> {
  const locales = localesOf(input.tenant);
  const address = readAddress(input.url, locales);
  if (address.kind === 'redirect') return redirectTo(301, address.location);
  const context = contextOf(input, address);
  if (address.path === offlinePath) return notice(context, composer, 'offline');
  const page = findPage(context.live, address.surface, address.path);
  if (!page) return notice(context, composer, 'notFound');

  const { base, url } = context;
  const tenantId = input.tenant.id;
  const painting = composer.firstPaint({ tenantId, host: input.url.host, url: input.url, boot: base, page });
  const [subject, paint, styles] = await Promise.all([
    composer.findSubject({ tenantId, locale: address.locale, page }),
    painting,
    composer.readStyles([context.live.shell, page.release]),
  ]);
  const properPath = properPathOf(page, subject);
  if (properPath !== undefined)
    return redirectTo(301, pathIn(input.tenant.locales, address.locale, properPath) + input.url.search);
  if (paint.kind === 'redirect') return redirectTo(paint.redirect.status, paint.redirect.location);
  const rendered = paint.kind === 'rendered' ? paint.page : undefined;
  const status = rendered?.status ?? (subject?.isThere === false ? 404 : 200);
  const isPublic = page.route.access === 'public' && address.surface === 'shop';
  return writeDocument(
    {
      ...context,
      status,
      shared: isPublic && rendered?.status === 200,
      seo: seoOf(context, rendered?.head ?? { title: '' }, isPublic && status === 200),
      page,
      styles,
      boot: bootPageOf({ url, status, page, rendered: rendered !== undefined, data: paint.data }),
      markup: rendered?.html,
      notice: undefined,
    },
    composer.chrome,
  );
}

type PageAddress = Extract<Address, { kind: 'page' }>;
type Context = ReturnType<typeof contextOf>;

function contextOf(input: ComposeInput, { locale, path, surface }: PageAddress) {
  const { tenant, url, viewHeader, origins } = input;
  const override = surface === 'shop' ? input.override : undefined;
  const live = override ? overriddenSet(input.live, override) : input.live;
  const viewing = viewingOf(tenant, locale, viewHeader);
  const released = bootBaseOf({ tenant, live, surface, viewing, cdn: origins.cdn });
  const base = override ? overriddenBoot(released, override) : released;
  const address = { origin: url.origin, path, url: url.pathname + url.search };
  return { tenant, live, surface, locale, origins, base, override, ...address };
}

/** A document without a remote: the shell around a sentence of its own. */
async function notice(
  context: Context,
  composer: Composer,
  kind: Extract<StatusKind, 'notFound' | 'offline'>,
): Promise<DocumentAnswer> {
  const { tenant, locale, url } = context;
  const status = kind === 'offline' ? 200 : 404;
  const boot: BootDocument['page'] = bootPageOf({ url, status, page: undefined, rendered: false, data: {} });
  return writeDocument(
    {
      ...context,
      status,
      shared: kind === 'offline',
      seo: seoOf(context, { title: texts[locale][kind].title }, false),
      page: undefined,
      styles: await composer.readStyles([context.live.shell]),
      boot,
      markup: undefined,
      notice: { kind, action: pathIn(tenant.locales, locale, context.surface === 'console' ? '/admin' : '/') },
    },
    composer.chrome,
  );
}

const seoOf = ({ tenant, origin, locale, path }: Context, head: Head, indexed: boolean): string =>
  seoHtml({ tenant, origin, locale, path: pathIn(tenant.locales, locale, path), head, indexed });

const redirectTo = (status: number, location: string): DocumentAnswer => ({
  status,
  headers: { location, 'cache-control': status === 302 ? cacheControl.private : cacheControl.public },
  body: noBody,
});

const noBody: AsyncIterable<string> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};

function localesOf({ locales: [main, ...others] }: TenantProfile): [Locale, ...Locale[]] {
  if (!main) throw new Error('a tenant has at least one locale');
  return [main, ...others];
}
