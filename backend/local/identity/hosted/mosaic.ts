import { createHash } from 'node:crypto';
import { raw } from 'hono/html';

/** A field of tiles, the same for the same shop. Decoration only. */
export function mosaic(seed: string) {
  const columns = 8;
  const rows = 10;
  const bytes = [0, 1, 2].flatMap((part) => [...createHash('sha256').update(`${seed}:${part}`).digest()]);
  const tiles = Array.from({ length: columns * rows }, (_, index) => {
    const value = bytes[index % bytes.length] ?? 0;
    const x = (index % columns) * 100;
    const y = Math.floor(index / columns) * 100;
    return tile(x, y, value);
  });
  return raw(
    `<svg viewBox="0 0 ${columns * 100} ${rows * 100}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">${tiles.join('')}</svg>`,
  );
}

function tile(x: number, y: number, value: number): string {
  const tone = 'abc'[value % 3] ?? 'a';
  const [right, bottom] = [x + 100, y + 100];
  switch ((value >> 2) % 6) {
    case 0:
      return `<path class="${tone}" d="M${x} ${y}H${right}V${bottom}Z"/>`;
    case 1:
      return `<path class="${tone}" d="M${x} ${y}V${bottom}H${right}Z"/>`;
    case 2:
      return `<path class="${tone}" d="M${x} ${y}A100 100 0 0 1 ${right} ${bottom}H${x}Z"/>`;
    case 3:
      return `<circle class="${tone}" cx="${x + 50}" cy="${y + 50}" r="${20 + (value % 30)}"/>`;
    case 4:
      return `<path class="${tone}" d="M${x} ${y}H${right}V${bottom}H${x}Z"/>`;
    default:
      return '';
  }
}
