import type { Locale, TenantProfile } from '@tessera/contracts/tenant.ts';
import { directionOf } from '@tessera/contracts/tenant.ts';
import { faces } from '@tessera/ui/faces/faces.ts';
import { paletteOf } from '@tessera/ui/palette.ts';
import type { Surface } from './address.ts';
import { element, tag } from './html.ts';
import type { GuardedFile } from './preloads.ts';

export interface HeadInput {
  tenant: TenantProfile;
  locale: Locale;
  surface: Surface;
  style: string;
  importMap: string;
  seo: string;
  stylesheets: readonly GuardedFile[];
  fonts: readonly GuardedFile[];
}

/**
 * The start of the document. The import map stands before everything that loads a script, or the engine reads
 * modules without it.
 */
export function headHtml(input: HeadInput): string {
  const { tenant, locale, surface } = input;
  return [
    '<!doctype html>',
    tag('html', {
      lang: locale,
      dir: directionOf(locale),
      'data-tenant': tenant.id,
      'data-face': tenant.theme.face,
      'data-surface': surface,
    }),
    '<head><meta charset="utf-8">',
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1, viewport-fit=cover' }),
    input.seo,
    element('style', {}, input.style),
    element('script', { type: 'importmap' }, input.importMap),
    ...input.stylesheets.map((file) => guardedLink('stylesheet', file)),
    ...input.fonts.map((file) => guardedLink('preload', file, { as: 'font', type: 'font/woff2' })),
    ...themeColors(tenant),
    tag('link', { rel: 'icon', href: '/icons/icon.svg', type: 'image/svg+xml' }),
    tag('link', { rel: 'apple-touch-icon', href: '/icons/touch-180.png' }),
    tag('link', { rel: 'manifest', href: '/manifest.webmanifest' }),
    '</head>',
  ].join('');
}

const guardedLink = (rel: string, { url, integrity }: GuardedFile, more: Record<string, string> = {}): string =>
  tag('link', { rel, href: url, ...more, integrity, crossorigin: '' });

function themeColors({ theme }: TenantProfile): string[] {
  const face = faces[theme.face];
  const schemes = theme.scheme === 'auto' ? (['light', 'dark'] as const) : [theme.scheme];
  return schemes.map((scheme) =>
    tag('meta', {
      name: 'theme-color',
      content: paletteOf(face, theme, scheme).surface,
      media: schemes.length > 1 ? `(prefers-color-scheme: ${scheme})` : undefined,
    }),
  );
}
