import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { faces } from './faces/faces.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sampleThemes } from './sample-themes.ts';

const grounds = ['surface', 'raised', 'sunken'] as const;
const inks = ['text', 'muted', 'accent', 'positive', 'warning', 'danger'] as const;
const faceNames = ['aria', 'folio', 'lumen'] as const;
const schemes = ['light', 'dark'] as const;

const faint = (palette: Palette): string[] => [
  ...grounds.flatMap((ground) => [
    ...inks
      .filter((ink) => contrast(palette[ink], palette[ground]) < 4.5)
      .map((ink) => `${ink} on ${ground}: ${contrast(palette[ink], palette[ground]).toFixed(2)}`),
    ...(contrast(palette.edge, palette[ground]) < 3 ? [`edge on ${ground}`] : []),
  ]),
  ...(contrast(palette['on-accent'], palette.accent) < 4.5 ? ['on-accent'] : []),
  ...(contrast(palette['on-danger'], palette.danger) < 4.5 ? ['on-danger'] : []),
];

describe.each(faceNames)('%s', (name) => {
  it.each(schemes)('reads in %s', (scheme) => {
    expect(faint(paletteOf(faces[name], sampleThemes[name], scheme))).toEqual([]);
  });

  it.each(schemes)('reads in %s with whatever accent a tenant chooses', (scheme) => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, (accent) => {
        expect(faint(paletteOf(faces[name], { accent: { light: accent, dark: accent } }, scheme))).toEqual([]);
      }),
      { seed: 11 },
    );
  });
});
