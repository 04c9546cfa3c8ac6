import { expect, it } from 'vitest';
import { sampleThemes } from './sample-themes.ts';
import { themeCss } from './theme.ts';

it.each(Object.values(sampleThemes))('gives $face the same critical style each time', (theme) => {
  expect(themeCss(theme)).toBe(themeCss(structuredClone(theme)));
});

it('starts with the layer order, so that no later sheet can change it', () => {
  expect(themeCss(sampleThemes.aria)).toMatch(/^@layer reset,tokens,base,components,features;/);
});

it('leaves the scheme to the visitor only where the theme says so', () => {
  expect(themeCss(sampleThemes.aria)).toContain(':root{color-scheme:light dark;');
  expect(themeCss(sampleThemes.lumen)).toContain(':root{color-scheme:dark;');
});

it('cannot be closed early by what a theme holds', () => {
  expect(() => themeCss({ ...sampleThemes.aria, accent: { light: '#fff}</style>', dark: '#000' } })).toThrow(
    RangeError,
  );
});
