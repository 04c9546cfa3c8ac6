import type { Random } from '../random.ts';
import type { Palette } from './palettes.ts';

/** Draws inside a box of `width` × `height` over the palette's ground. */
export type Motif = (random: Random, palette: Palette, width: number, height: number) => string;

const n = (value: number) => value.toFixed(1);

/** Layered hills or waves, quiet at the back and loud at the front. */
export const strata: Motif = (random, { inks }, width, height) => {
  const layers = random.int(4, 7);
  return Array.from({ length: layers }, (_, index) => {
    const base = height * (0.3 + (0.62 * index) / layers);
    const swing = height * random.between(0.03, 0.12);
    const phase = random.between(0, 6);
    const points = Array.from({ length: 9 }, (_, step) => {
      const x = (width * step) / 8;
      return [x, base + Math.sin(phase + step * random.between(0.6, 1.1)) * swing] as const;
    });
    const path = points
      .map(([x, y], at) => (at === 0 ? `M0 ${n(y)}` : `S${n(x - width / 16)} ${n(y)} ${n(x)} ${n(y)}`))
      .join(' ');
    return `<path d="${path} V${height} H0Z" fill="${inks[index % 4]}"/>`;
  }).join('');
};

/** One large disc, cut by arcs: a record, a sun, an eye. */
export const discs: Motif = (random, { inks, ground }, width, height) => {
  const [cx, cy] = [width * random.between(0.35, 0.65), height * random.between(0.34, 0.52)];
  const radius = Math.min(width, height) * random.between(0.3, 0.4);
  const rings = random.int(4, 9);
  const circles = Array.from({ length: rings }, (_, index) => {
    const r = radius * (1 - index / rings);
    return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${index % 2 ? ground : inks[(index + 1) % 4]}"/>`;
  }).join('');
  const cut = random.chance(0.5)
    ? `<path d="M0 ${n(cy)} H${width} V${n(cy + radius * 0.34)} H0Z" fill="${inks[3]}" opacity=".92"/>`
    : `<path d="M${n(cx)} 0 h${n(radius * 0.28)} V${height} h-${n(radius * 0.28)}Z" fill="${inks[3]}" opacity=".92"/>`;
  return circles + cut;
};

/** Tiles of quarter discs, triangles and bars on a strict grid. */
export const tiles: Motif = (random, { inks, ground }, width, height) => {
  const columns = random.int(4, 6);
  const side = width / columns;
  const rows = Math.ceil((height * 0.72) / side);
  let svg = '';
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [column * side, row * side];
      const ink = random.pick(inks);
      const turn = `transform="translate(${n(x + side / 2)} ${n(y + side / 2)}) rotate(${random.int(0, 3) * 90}) translate(${n(-side / 2)} ${n(-side / 2)})"`;
      const shape = random.pick([
        `<path ${turn} d="M0 0 H${n(side)} A${n(side)} ${n(side)} 0 0 1 0 ${n(side)}Z" fill="${ink}"/>`,
        `<path ${turn} d="M0 0 H${n(side)} L0 ${n(side)}Z" fill="${ink}"/>`,
        `<rect x="${n(x)}" y="${n(y)}" width="${n(side)}" height="${n(side)}" fill="${ink}"/><circle cx="${n(x + side / 2)}" cy="${n(y + side / 2)}" r="${n(side / 4)}" fill="${ground}"/>`,
        '',
      ]);
      svg += shape;
    }
  return svg;
};

/** Rays from a low point: brass, morning, alarm. */
export const rays: Motif = (random, { inks }, width, height) => {
  const [cx, cy] = [width * random.between(0.2, 0.8), height * random.between(0.55, 0.75)];
  const count = random.int(9, 17) * 2;
  const reach = width + height;
  const wedges = Array.from({ length: count / 2 }, (_, index) => {
    const from = (index * 2 * Math.PI * 2) / count;
    const to = from + (Math.PI * 2) / count;
    const point = (angle: number) => `${n(cx + Math.cos(angle) * reach)} ${n(cy + Math.sin(angle) * reach)}`;
    return `<path d="M${n(cx)} ${n(cy)} L${point(from)} L${point(to)}Z" fill="${inks[index % 2]}"/>`;
  }).join('');
  const r = Math.min(width, height) * random.between(0.12, 0.2);
  return `${wedges}<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${inks[3]}"/><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r * 0.6)}" fill="${inks[2]}"/>`;
};

/** Contour lines around two hidden hills, bold enough to be lines on a card of a phone too. */
export const contours: Motif = (random, { inks }, width, height) => {
  const rings = random.int(6, 9);
  const hills = [0, 1].map(() => ({
    x: width * random.between(0.2, 0.8),
    y: height * random.between(0.2, 0.6),
    stretch: random.between(0.6, 1.5),
  }));
  return hills
    .map(({ x, y, stretch }, hill) =>
      Array.from({ length: rings }, (_, ring) => {
        const r = ((ring + 1) / rings) * Math.min(width, height) * 0.52;
        return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(r)}" ry="${n(r * stretch)}" fill="none" stroke="${inks[(ring + hill * 2) % 4]}" stroke-width="${n(width / 90 + ring)}"/>`;
      }).join(''),
    )
    .join('');
};

/** An arch with a moon: doors, stages, chapels. */
export const arches: Motif = (random, { inks }, width, height) => {
  const count = random.int(3, 5);
  const moon = `<circle cx="${n(width * random.between(0.3, 0.7))}" cy="${n(height * 0.3)}" r="${n(width * 0.1)}" fill="${inks[3]}"/>`;
  const arcs = Array.from({ length: count }, (_, index) => {
    const w = width * (0.86 - (0.6 * index) / count);
    const top = height * (0.16 + 0.1 * index);
    const x = (width - w) / 2;
    return `<path d="M${n(x)} ${n(height * 0.8)} V${n(top + w / 2)} A${n(w / 2)} ${n(w / 2)} 0 0 1 ${n(x + w)} ${n(top + w / 2)} V${n(height * 0.8)}Z" fill="${inks[index % 3]}"/>`;
  }).join('');
  return arcs + moon;
};

/** Stems and leaves, for gardens and slow books. */
export const stems: Motif = (random, { inks }, width, height) => {
  const count = random.int(4, 7);
  return Array.from({ length: count }, (_, index) => {
    const x = (width * (index + 0.7)) / (count + 0.4);
    const top = height * random.between(0.12, 0.34);
    const bend = width * random.between(-0.1, 0.1);
    const stem = `<path d="M${n(x)} ${n(height * 0.74)} Q${n(x + bend)} ${n((top + height * 0.74) / 2)} ${n(x + bend / 2)} ${n(top)}" fill="none" stroke="${inks[2]}" stroke-width="${n(width / 130)}"/>`;
    const leaves = Array.from({ length: random.int(3, 6) }, (_, leaf) => {
      const y = top + ((height * 0.74 - top) * (leaf + 0.5)) / 6;
      const side = leaf % 2 ? 1 : -1;
      const size = width * random.between(0.05, 0.09);
      return `<path d="M${n(x + bend / 2)} ${n(y)} q${n(side * size)} ${n(-size)} ${n(side * size * 1.7)} ${n(size * 0.2)} q${n(-side * size * 0.7)} ${n(size * 0.7)} ${n(-side * size * 1.7)} ${n(-size * 0.2)}Z" fill="${inks[(leaf + index) % 2 === 0 ? 1 : 2]}"/>`;
    }).join('');
    const bloom = `<circle cx="${n(x + bend / 2)}" cy="${n(top)}" r="${n(width * random.between(0.03, 0.055))}" fill="${inks[3]}"/>`;
    return stem + leaves + bloom;
  }).join('');
};

/** Windows of a town at night. */
export const windows: Motif = (random, { inks }, width, height) => {
  let svg = `<circle cx="${n(width * random.between(0.15, 0.85))}" cy="${n(height * 0.24)}" r="${n(height * 0.09)}" fill="${inks[3]}"/>`;
  for (let x = -width * 0.02; x < width;) {
    const w = width * random.between(0.07, 0.15);
    const top = height * random.between(0.3, 0.66);
    svg += `<rect x="${n(x)}" y="${n(top)}" width="${n(w)}" height="${n(height - top)}" fill="${random.pick([inks[0], inks[1]])}"/>`;
    const cell = w / 5;
    for (let wy = top + cell; wy < height * 0.96; wy += cell * 1.7)
      for (let column = 0; column < 3; column += 1)
        if (random.chance(0.45))
          svg += `<rect x="${n(x + cell * (0.6 + column * 1.4))}" y="${n(wy)}" width="${n(cell * 0.8)}" height="${n(cell)}" fill="${random.chance(0.7) ? inks[3] : inks[2]}"/>`;
    x += w * random.between(1, 1.15);
  }
  return svg;
};

/** A corridor in one-point perspective. */
export const corridor: Motif = (random, { inks }, width, height) => {
  const [cx, cy] = [width * random.between(0.4, 0.6), height * random.between(0.42, 0.55)];
  const depth = random.int(6, 9);
  const frames = Array.from({ length: depth }, (_, index) => {
    const scale = 0.82 ** index;
    const [w, h] = [width * scale * 1.1, height * scale * 1.2];
    return `<rect x="${n(cx - w / 2)}" y="${n(cy - h / 2)}" width="${n(w)}" height="${n(h)}" fill="${index === depth - 1 ? inks[3] : inks[index % 3]}"/>`;
  }).join('');
  const h = height * 0.82 ** (depth - 1);
  const figure = `<path d="M${n(cx - h * 0.06)} ${n(cy + h * 0.55)} v${n(-h * 0.5)} a${n(h * 0.06)} ${n(h * 0.06)} 0 0 1 ${n(h * 0.12)} 0 v${n(h * 0.5)}Z" fill="${inks[0]}"/><circle cx="${n(cx)}" cy="${n(cy - h * 0.1)}" r="${n(h * 0.07)}" fill="${inks[0]}"/>`;
  return frames + figure;
};
