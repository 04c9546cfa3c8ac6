import type { ArtRequest } from '../../types.ts';
import { createRandom, type Random } from '../random.ts';
import { fitSize, letter, type Face, type Lettering } from './lettering.ts';
import { arches, contours, corridor, discs, rays, stems, strata, tiles, windows, type Motif } from './motifs.ts';
import { paletteOf, type Palette } from './palettes.ts';

export interface Art {
  svg: string;
  width: number;
  height: number;
  /** Shown behind the picture until it is there. */
  color: string;
}

const sizes = { record: [960, 960], book: [800, 1200], still: [1280, 720], maker: [800, 800] } as const;

const motifs: Record<ArtRequest['kind'], readonly [Motif, ...Motif[]]> = {
  record: [discs, tiles, strata, rays, contours],
  book: [stems, arches, discs, contours, tiles, rays],
  still: [windows, corridor, strata, discs, arches],
  maker: [strata, contours, rays, tiles],
};

/** Draws a picture from its request alone. */
export function compose(request: ArtRequest): Art {
  const [width, height] = sizes[request.kind];
  const palette = paletteOf(request.palette);
  const random = createRandom(`${request.kind}:${request.seed}`);
  const motif = random.pick(motifs[request.kind])(random, palette, width, height);
  const figure = request.kind === 'maker' ? bust(random, palette, width, height) : '';
  const type = request.kind === 'maker' ? '' : layouts[request.kind](request, palette, width, height);
  const ground = `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${ground}${motif}${figure}${type}</svg>`;
  return { svg, width, height, color: palette.inks[1] };
}

type Layout = (request: ArtRequest, palette: Palette, width: number, height: number) => string;

const layouts: Record<Exclude<ArtRequest['kind'], 'maker'>, Layout> = {
  record: (request, palette, width, height) =>
    titleBlock(request, palette, {
      face: 'sans-bold',
      x: width * 0.06,
      width,
      height,
      from: 0.74,
      sizes: [92, 76, 62, 50],
      tracking: -0.02,
    }),
  book: (request, palette, width, height) =>
    titleBlock(request, palette, {
      face: 'serif',
      x: width / 2,
      width,
      height,
      from: 0.76,
      sizes: [84, 70, 58, 48],
      align: 'middle',
    }),
  still: (request, palette, width, height) =>
    titleBlock(request, palette, {
      face: 'wide',
      x: width * 0.05,
      width,
      height,
      from: 0.66,
      sizes: [86, 70, 56, 44],
      uppercase: true,
      tracking: 0.01,
    }),
};

interface Block {
  face: Face;
  x: number;
  width: number;
  height: number;
  /** Where the panel of type begins, as a share of the height. */
  from: number;
  sizes: readonly number[];
  align?: 'middle';
  uppercase?: boolean;
  tracking?: number;
}

/** A panel of the ground colour under the motif, title and maker on it: type never fights the drawing. */
function titleBlock(request: ArtRequest, palette: Palette, block: Block): string {
  const { width, height } = block;
  const common = {
    maxWidth: width * 0.88,
    color: palette.type,
    x: block.x,
    ...(block.align && { align: block.align }),
  };
  const draft: Lettering = {
    ...common,
    face: block.face,
    size: 0,
    y: 0,
    leading: 1.04,
    ...(block.uppercase && { uppercase: true }),
    ...(block.tracking && { tracking: block.tracking }),
  };
  const size = fitSize(request.title, draft, block.sizes, 2);
  const small = Math.round(width / (request.kind === 'book' ? 22 : 28));
  const { height: titleHeight } = letter(request.title, { ...draft, size });
  // Two lines of a large title need more than the usual panel: the maker's name must not fall off the picture.
  const top = Math.min(height * block.from, height * 0.97 - titleHeight - small * 2.3);
  const panel = `<rect y="${top}" width="${width}" height="${height - top}" fill="${palette.ground}"/><rect x="${width * 0.06}" y="${top}" width="${width * 0.88}" height="3" fill="${palette.inks[3]}"/>`;
  const title = letter(request.title, { ...draft, size, y: top + height * 0.025 + size });
  const byFace: Face = block.face === 'serif' ? 'serif-italic' : 'sans';
  const by = letter(request.by, {
    ...common,
    face: byFace,
    size: small,
    y: top + height * 0.03 + titleHeight + small * 1.5,
  });
  return panel + title.svg + by.svg;
}

/** Head and shoulders, cut from paper. */
function bust(random: Random, palette: Palette, width: number, height: number): string {
  const cx = width * random.between(0.46, 0.54);
  const head = width * random.between(0.15, 0.18);
  const cy = height * 0.44;
  const skin = random.pick(['#f0c9a4', '#d9a066', '#b5764a', '#8a5a3c', '#5d3a26']);
  const hair = random.pick([palette.inks[0], '#1d1715', '#4a2f1d', '#7b5a3a', '#c9b8a3']);
  const shoulders = `<path d="M${cx - width * 0.34} ${height} Q${cx - width * 0.32} ${cy + head * 1.7} ${cx} ${cy + head * 1.5} Q${cx + width * 0.32} ${cy + head * 1.7} ${cx + width * 0.34} ${height}Z" fill="${palette.inks[2]}"/>`;
  const neck = `<rect x="${cx - head * 0.36}" y="${cy + head * 0.6}" width="${head * 0.72}" height="${head * 1.2}" rx="${head * 0.3}" fill="${skin}"/>`;
  const back = random.chance(0.5)
    ? `<ellipse cx="${cx}" cy="${cy + head * 0.35}" rx="${head * 1.3}" ry="${head * 1.6}" fill="${hair}"/>`
    : '';
  const face = `<ellipse cx="${cx}" cy="${cy}" rx="${head}" ry="${head * 1.22}" fill="${skin}"/>`;
  const fringe = `<path d="M${cx - head * 1.05} ${cy} Q${cx - head * 0.9} ${cy - head * 1.55} ${cx + head * random.between(-0.2, 0.3)} ${cy - head * 1.4} Q${cx + head * 1.1} ${cy - head * 1.3} ${cx + head * 1.05} ${cy} Q${cx + head * 0.5} ${cy - head * random.between(0.5, 0.9)} ${cx - head * 1.05} ${cy}Z" fill="${hair}"/>`;
  const shade = `<path d="M${cx} ${cy - head * 1.22} A${head} ${head * 1.22} 0 0 1 ${cx} ${cy + head * 1.22}Z" fill="#000" opacity=".12"/>`;
  return back + shoulders + neck + face + shade + fringe;
}
