import { type IconMark, iconSize, type Tile } from './icon-mark.ts';

export function iconSvg({ ground, ink, corner, tiles }: IconMark): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${iconSize} ${iconSize}" width="${iconSize}" height="${iconSize}">`,
    `<rect width="${iconSize}" height="${iconSize}" rx="${corner}" fill="${ground}"/>`,
    `<path d="${tiles.map(quarter).join('')}" fill="${ink}"/></svg>`,
  ].join('');
}

/** From the disc's centre along one edge of the tile, around to the other, and back. */
function quarter({ x, y, size, centre }: Tile): string {
  const across = centre.x === x ? x + size : x;
  const along = centre.y === y ? y + size : y;
  const sweep = (centre.x === x) === (centre.y === y) ? 1 : 0;
  return `M${centre.x} ${centre.y}H${across}A${size} ${size} 0 0 ${sweep} ${centre.x} ${along}Z`;
}
