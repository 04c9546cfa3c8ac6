import * as fontkit from 'fontkit';
import { createRequire } from 'node:module';

const files = {
  'sans-bold': '@fontsource/inter-tight/files/inter-tight-latin-800-normal.woff2',
  sans: '@fontsource/inter-tight/files/inter-tight-latin-500-normal.woff2',
  serif: '@fontsource/newsreader/files/newsreader-latin-500-normal.woff2',
  'serif-italic': '@fontsource/newsreader/files/newsreader-latin-400-italic.woff2',
  wide: '@fontsource/archivo/files/archivo-latin-800-normal.woff2',
} as const;

export type Face = keyof typeof files;
const loaded = new Map<Face, fontkit.Font>();

export interface Lettering {
  face: Face;
  size: number;
  /** Left edge, or the middle where `align` says so. */
  x: number;
  /** Baseline of the first line. */
  y: number;
  maxWidth: number;
  color: string;
  leading?: number;
  tracking?: number;
  align?: 'start' | 'middle';
  uppercase?: boolean;
}

/** Sets type as outlines, so that a picture looks the same on a machine without a single font. */
export function letter(text: string, at: Lettering): { svg: string; lines: number; height: number } {
  const lines = wrap(at.uppercase ? text.toUpperCase() : text, at);
  const leading = at.leading ?? 1.1;
  const svg = lines.map((line, index) => setLine(line, at, at.y + index * at.size * leading)).join('');
  return { svg, lines: lines.length, height: lines.length * at.size * leading };
}

/** The largest of the given sizes at which the text takes at most `maxLines`. */
export function fitSize(text: string, at: Lettering, sizes: readonly number[], maxLines: number): number {
  const fits = (size: number) => {
    const lines = wrap(at.uppercase ? text.toUpperCase() : text, { ...at, size });
    return lines.length <= maxLines && lines.every((line) => widthOf(line, { ...at, size }) <= at.maxWidth);
  };
  return sizes.find(fits) ?? sizes.at(-1) ?? at.size;
}

function wrap(text: string, at: Lettering): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, at) <= at.maxWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function widthOf(text: string, at: Lettering): number {
  const font = fontOf(at.face);
  return (font.layout(text).advanceWidth / font.unitsPerEm) * at.size + (at.tracking ?? 0) * at.size * text.length;
}

function setLine(text: string, at: Lettering, baseline: number): string {
  const font = fontOf(at.face);
  const scale = at.size / font.unitsPerEm;
  const start = at.align === 'middle' ? at.x - widthOf(text, at) / 2 : at.x;
  let pen = 0;
  const run = font.layout(text);
  const glyphs = run.glyphs.map((glyph, index) => {
    const path = glyph.path.toSVG();
    const placed = path ? `<path transform="translate(${pen.toFixed(1)})" d="${path}"/>` : '';
    pen += (run.positions[index]?.xAdvance ?? glyph.advanceWidth) + (at.tracking ?? 0) * font.unitsPerEm;
    return placed;
  });
  return `<g fill="${at.color}" transform="translate(${start.toFixed(2)} ${baseline.toFixed(2)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})">${glyphs.join('')}</g>`;
}

function fontOf(face: Face): fontkit.Font {
  const known = loaded.get(face);
  if (known) return known;
  const font = fontkit.openSync(createRequire(import.meta.url).resolve(files[face]));
  if (!('layout' in font)) throw new Error(`${files[face]} is a collection, not a font`);
  loaded.set(face, font);
  return font;
}
