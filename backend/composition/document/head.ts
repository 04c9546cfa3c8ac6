import { styleOfAttribute } from '@tessera/contracts/elements.ts';
import type { Locale, TenantProfile } from '@tessera/contracts/tenant.ts';
import { directionOf } from '@tessera/contracts/tenant.ts';
import { faces } from '@tessera/ui/faces/faces.ts';
import { paletteOf } from '@tessera/ui/palette.ts';
import type { Surface } from './address.ts';
import { element, tag } from './html.ts';
import { noIcon, typefaceScript } from './late-scripts.ts';
import type { PageStyle } from './page-styles.ts';

export interface HeadInput {
  tenant: TenantProfile;
  locale: Locale;
  surface: Surface;
  /** Each allowed by its own hash. */
  inlineStyles: readonly string[];
  importMap: string;
  seo: string;
  stylesheets: readonly PageStyle[];
}

/**
 * The start of the document, with what the first paint waits for at its front. The import map stands before everything
 * that loads a script, or the engine reads modules without it.
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
    ...input.inlineStyles.map((style) => element('style', {}, style)),
    element('script', {}, typefaceScript),
    ...input.stylesheets.map(styleHtml),
    element('script', { type: 'importmap' }, input.importMap),
    ...themeColors(tenant),
    tag('link', { rel: 'icon', href: noIcon }),
    tag('link', { rel: 'apple-touch-icon', href: '/icons/touch-180.png' }),
    '</head>',
  ].join('');
}

const styleHtml = ({ url, integrity, text }: PageStyle): string =>
  text === undefined
    ? tag('link', { rel: 'stylesheet', href: url, integrity, crossorigin: '' })
    : element('style', { [styleOfAttribute]: url }, text);

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
