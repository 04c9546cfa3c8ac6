import { mix, parseHex } from '@tessera/ui/color.ts';
import { type IconMark, iconSize } from './icon-mark.ts';
import { encodePng } from './png.ts';

/** Samples along each side of a pixel: edges are smooth. */
const fine = 3;

/** The mark in pixels, for devices that take no drawing. */
export function iconPng(mark: IconMark, pixels: number): Uint8Array {
  const [ground, ink] = [parseHex(mark.ground), parseHex(mark.ink)];
  const step = iconSize / pixels / fine;
  return encodePng(pixels, pixels, (column, row) => {
    let [covered, inked] = [0, 0];
    for (let sample = 0; sample < fine * fine; sample += 1) {
      const x = (column * fine + (sample % fine) + 0.5) * step;
      const y = (row * fine + Math.floor(sample / fine) + 0.5) * step;
      if (!isInside(mark, x, y)) continue;
      covered += 1;
      if (isInked(mark, x, y)) inked += 1;
    }
    const [red, green, blue] = mix(ground, ink, covered === 0 ? 0 : inked / covered);
    return [red, green, blue, (255 * covered) / (fine * fine)];
  });
}

const isInked = ({ tiles }: IconMark, x: number, y: number): boolean =>
  tiles.some(
    (tile) =>
      x >= tile.x &&
      x < tile.x + tile.size &&
      y >= tile.y &&
      y < tile.y + tile.size &&
      Math.hypot(x - tile.centre.x, y - tile.centre.y) <= tile.size,
  );

/** In the square, and not beyond one of its round corners. */
function isInside({ corner }: IconMark, x: number, y: number): boolean {
  const beyond = (at: number) => Math.max(corner - at, at - (iconSize - corner), 0);
  return Math.hypot(beyond(x), beyond(y)) <= corner || beyond(x) === 0 || beyond(y) === 0;
}
