import { mix, parseHex } from '@tessera/ui/color.ts';
import { type IconMark, iconSize } from './icon-mark.ts';
import { encodePng, type Rgba } from './png.ts';

/** Samples along each side of a pixel that an edge goes through. */
const fine = 3;

const outside = 0;
const onGround = 1;
const inInk = 2;

/** The mark in pixels, for devices that take no drawing. */
export function iconPng(mark: IconMark, pixels: number): Uint8Array {
  const [ground, ink] = [parseHex(mark.ground), parseHex(mark.ink)];
  const plain: readonly Rgba[] = [
    [0, 0, 0, 0],
    [...ground, 255],
    [...ink, 255],
  ];
  const size = iconSize / pixels;
  return encodePng(pixels, pixels, (column, row) => {
    const [left, top] = [column * size, row * size];
    const look = lookAt(mark, left, top);
    // Most pixels lie within one shape: their corners say so.
    const isPlain =
      lookAt(mark, left + size, top) === look &&
      lookAt(mark, left, top + size) === look &&
      lookAt(mark, left + size, top + size) === look;
    return (isPlain ? plain[look] : undefined) ?? blend(sample(mark, left, top, size), ground, ink);
  });
}

type Rgb = ReturnType<typeof parseHex>;

/** How many samples lie in the square, and how many of these in ink. */
function sample(mark: IconMark, left: number, top: number, size: number): { covered: number; inked: number } {
  const step = size / fine;
  let [covered, inked] = [0, 0];
  for (let index = 0; index < fine * fine; index += 1) {
    const look = lookAt(mark, left + ((index % fine) + 0.5) * step, top + (Math.floor(index / fine) + 0.5) * step);
    if (look !== outside) covered += 1;
    if (look === inInk) inked += 1;
  }
  return { covered, inked };
}

function blend({ covered, inked }: ReturnType<typeof sample>, ground: Rgb, ink: Rgb): Rgba {
  const [red, green, blue] = mix(ground, ink, covered === 0 ? 0 : inked / covered);
  return [Math.round(red), Math.round(green), Math.round(blue), Math.round((255 * covered) / (fine * fine))];
}

function lookAt({ corner, tiles }: IconMark, x: number, y: number): number {
  const beyondX = Math.max(corner - x, x - (iconSize - corner), 0);
  const beyondY = Math.max(corner - y, y - (iconSize - corner), 0);
  if (beyondX > 0 && beyondY > 0 && beyondX ** 2 + beyondY ** 2 > corner ** 2) return outside;
  for (const { x: left, y: top, size, centre } of tiles) {
    if (x < left || x >= left + size || y < top || y >= top + size) continue;
    return (x - centre.x) ** 2 + (y - centre.y) ** 2 <= size ** 2 ? inInk : onGround;
  }
  return onGround;
}
