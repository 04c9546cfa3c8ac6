import type { TenantTheme } from '@tessera/contracts/tenant.ts';
import { inkOn, readableOn } from './contrast.ts';
import type { Face, Ground } from './faces/face.ts';

/** Every colour role of the system; each becomes the custom property of its name. */
export interface Palette extends Ground {
  accent: string;
  'on-accent': string;
  'on-danger': string;
}

/**
 * The face's grounds with the tenant's accent. An accent that would not read on them is moved towards the text
 * colour until it does, so a tenant can choose any colour and no page becomes unreadable.
 */
export function paletteOf(face: Face, theme: Pick<TenantTheme, 'accent'>, scheme: 'light' | 'dark'): Palette {
  const ground = face[scheme];
  const accent = readableOn(theme.accent[scheme], [ground.surface, ground.raised, ground.sunken], ground.text);
  return { ...ground, accent, 'on-accent': inkOn(accent), 'on-danger': inkOn(ground.danger) };
}
