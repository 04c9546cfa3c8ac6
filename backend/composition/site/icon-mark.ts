import type { TenantProfile } from '@tessera/contracts/tenant.ts';
import { faces } from '@tessera/ui/faces/faces.ts';
import { paletteOf } from '@tessera/ui/palette.ts';
import { createHash } from 'node:crypto';

/** Four tiles, each a quarter of a disc, laid as the shop's id says. Lengths are in units of a square of 512. */
export interface IconMark {
  ground: string;
  ink: string;
  /** Radius of the square's own corners. */
  corner: number;
  tiles: readonly Tile[];
}

export interface Tile {
  x: number;
  y: number;
  size: number;
  /** The tile's corner that its disc is centred on. */
  centre: { x: number; y: number };
}

export const iconSize = 512;

const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** The shop's sign. The maskable one fills the square and keeps its tiles in the safe zone. */
export function iconMarkOf(tenant: TenantProfile, maskable: boolean): IconMark {
  const palette = paletteOf(faces[tenant.theme.face], tenant.theme, 'light');
  const margin = maskable ? 128 : 88;
  const size = iconSize / 2 - margin;
  const lay = createHash('sha256').update(tenant.id).digest();
  const tiles = corners.map(([column, row], index) => {
    const [x, y] = [margin + column * size, margin + row * size];
    const [right, down] = corners[(lay[index] ?? 0) % corners.length] ?? corners[0];
    return { x, y, size, centre: { x: x + right * size, y: y + down * size } };
  });
  return { ground: palette.accent, ink: palette['on-accent'], corner: maskable ? 0 : 112, tiles };
}
