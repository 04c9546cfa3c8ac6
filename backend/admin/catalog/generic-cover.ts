import type { Picture, WorkKind } from '@tessera/contracts/api/common.ts';
import { digestOf } from './slug.ts';

export type CoverShape = 'square' | 'portrait' | 'wide';

export interface GenericCover {
  /** Key of its file below the tenant's media, the same for every tenant. */
  key: string;
  svg: string;
  width: number;
  height: number;
  color: string;
}

const sizes: Record<CoverShape, readonly [number, number]> = {
  square: [800, 800],
  portrait: [600, 900],
  wide: [960, 540],
};

/** Of each shape: a tenant keeps at most three times as many files. */
export const variants = 8;

/** What a work without a picture is shown as: cloth, a spine, one ornament; no letters, because the title stands beside it. */
export function genericCover(shape: CoverShape, variant: number): GenericCover {
  const [width, height] = sizes[shape];
  const hue = (variant * 360) / variants + 15;
  const cloth = hex(hue, 32, 36);
  const accent = hex(hue + 150, 45, 72);
  const spine = Math.round(width * 0.07);
  const [cx, cy] = [Math.round((width + spine) / 2), Math.round(height / 2)];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${cloth}"/>`,
    `<rect width="${spine}" height="${height}" fill="#000" fill-opacity=".22"/>`,
    `<rect x="${spine}" width="3" height="${height}" fill="${accent}" fill-opacity=".55"/>`,
    ornament(variant, { cx, cy, size: Math.round(Math.min(width, height) * 0.3), color: accent }),
    '</svg>',
  ].join('');
  return { key: `covers/plain-${shape}-${variant}.svg`, svg, width, height, color: cloth };
}

/** The same seed, usually an id, always gets the same cover. */
export const coverOf = (shape: CoverShape, seed: string): GenericCover =>
  genericCover(shape, Number.parseInt(digestOf(seed).slice(0, 4), 16) % variants);

export const toPicture = ({ key, width, height, color }: GenericCover, alt: string): Picture => {
  const src = `/media/${key}`;
  return { src, srcset: [{ src, width }], width, height, color, alt };
};

export function shapeOf(kind: WorkKind): CoverShape {
  if (kind === 'book' || kind === 'audiobook') return 'portrait';
  return kind === 'film' || kind === 'course' ? 'wide' : 'square';
}

interface Place {
  cx: number;
  cy: number;
  size: number;
  color: string;
}

function ornament(variant: number, { cx, cy, size, color }: Place): string {
  const line = `fill="none" stroke="${color}" stroke-width="4"`;
  const rings = [1, 0.72, 0.44].map((part) => `<circle cx="${cx}" cy="${cy}" r="${Math.round(size * part)}" ${line}/>`);
  const rows = [-1, -0.5, 0, 0.5, 1].map((at) => {
    const y = cy + Math.round(at * size * 0.7);
    return `<path d="M${cx - size} ${y}H${cx + size}" ${line}/>`;
  });
  const diamonds = [1, 0.6].map((part) => {
    const reach = Math.round(size * part);
    return `<path d="M${cx} ${cy - reach}L${cx + reach} ${cy}L${cx} ${cy + reach}L${cx - reach} ${cy}Z" ${line}/>`;
  });
  const arch = [1, 0.7, 0.4].map((part) => {
    const reach = Math.round(size * part);
    return `<path d="M${cx - reach} ${cy + size}V${cy}a${reach} ${reach} 0 0 1 ${2 * reach} 0V${cy + size}" ${line}/>`;
  });
  return ([rings, rows, diamonds, arch][variant % 4] ?? rings).join('');
}

/** Of hue in degrees, saturation and lightness in percent. */
function hex(hue: number, saturation: number, lightness: number): string {
  const [s, l] = [saturation / 100, lightness / 100];
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12;
    const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
