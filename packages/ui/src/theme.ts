import { typefaceAttribute } from '@tessera/contracts/elements.ts';
import type { TenantTheme } from '@tessera/contracts/tenant.ts';
import type { Face } from './faces/face.ts';
import { faces } from './faces/faces.ts';
import { paletteOf, type Palette } from './palette.ts';
import { scaleCss, scaleAboveCss } from './scale.ts';

/**
 * The critical style of a tenant's pages: cascade layers and every token as a custom property. A pure function of the
 * theme, so that a document can inline it and allow it by hash. Each colour is one `light-dark()` pair: the
 * visitor's `[data-scheme]` on the root (or on any part of a page) wins over the theme's scheme.
 *
 * @example `<style>${themeCss(tenant.theme)}</style>`
 */
export function themeCss(theme: TenantTheme): string {
  const face = faces[theme.face];
  return [
    '@layer reset,tokens,base,components,features;',
    '@layer tokens{',
    `:root{color-scheme:${colorScheme[theme.scheme]};${colorCss(face, theme)}${typeCss(face)}${shapeCss(theme)}${scaleCss(face.type.size)}}`,
    '[data-scheme=light]{color-scheme:light}[data-scheme=dark]{color-scheme:dark}',
    ':root:lang(ar){--display-tracking:0;--display-leading:1.3;--body-leading:1.75}',
    `@media(min-width:48rem){:root{${scaleAboveCss(face.type.size)}}}`,
    '@media(prefers-reduced-motion:reduce){:root{--fast:0s;--normal:0s}}',
    '}',
  ].join('');
}

/**
 * Leaves the face's own typeface to the time when the root says that it may be fetched, so that text and first picture
 * have a slow connection for themselves. The fallback has its measures: nothing moves. Without scripts nobody would say.
 */
export function lateTypefaceCss(theme: TenantTheme): string {
  const families = fallbacksOf(faces[theme.face]);
  return `@layer tokens{@media(scripting:enabled){:root:not([${typefaceAttribute}]){--font:${families}}}}`;
}

const fallbacksOf = ({ type }: Face): string => `'${type.fallback}',${type.arabic},${type.generic}`;

const colorScheme = { light: 'light', dark: 'dark', auto: 'light dark' } as const;

const radii = { none: 0, small: 4, medium: 8, large: 14 } as const;

const coverRatios = { square: '1', portrait: '2/3', wide: '16/9' } as const;

/** Card width in a shelf: what makes two and a half cards stand on a phone, or four and a half portraits. */
const coverWidths = {
  square: 'clamp(9.5rem,40vw,13.5rem)',
  portrait: 'clamp(7.5rem,30vw,11rem)',
  wide: 'clamp(15rem,66vw,20rem)',
};

function colorCss(face: Face, theme: TenantTheme): string {
  const light = paletteOf(face, theme, 'light');
  const dark = paletteOf(face, theme, 'dark');
  const roles = Object.keys(light) as (keyof Palette)[];
  return roles.map((role) => `--${role}:light-dark(${light[role]},${dark[role]});`).join('');
}

function typeCss(face: Face): string {
  const { type } = face;
  return [
    `--font:'${type.family}',${fallbacksOf(face)};`,
    `--display-weight:${type.displayWeight};--display-tracking:${type.displayTracking};--display-leading:${type.displayLeading};`,
    `--body-weight:${type.bodyWeight};--body-leading:${type.bodyLeading};--strong-weight:${type.strongWeight};`,
  ].join('');
}

function shapeCss(theme: TenantTheme): string {
  const radius = radii[theme.radius];
  const control = theme.density === 'compact' ? '2.75rem' : '3rem';
  return [
    `--radius-small:${radius / 2}px;--radius:${radius}px;--radius-large:${radius * 1.5}px;--radius-round:999px;`,
    `--control:${control};--cover-ratio:${coverRatios[theme.coverShape]};--cover-width:${coverWidths[theme.coverShape]};`,
  ].join('');
}
