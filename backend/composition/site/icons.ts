import type { TenantProfile } from '@tessera/contracts/tenant.ts';
import { iconMarkOf } from './icon-mark.ts';
import { iconPng } from './icon-png.ts';
import { iconSvg } from './icon-svg.ts';

/** A shop's icons: any size as a drawing, and the sizes that devices ask for in pixels. */
export const iconFiles = [
  { name: 'icon.svg', purpose: 'any', pixels: undefined },
  { name: 'icon-192.png', purpose: 'any', pixels: 192 },
  { name: 'icon-512.png', purpose: 'any', pixels: 512 },
  { name: 'maskable.svg', purpose: 'maskable', pixels: undefined },
  { name: 'maskable-512.png', purpose: 'maskable', pixels: 512 },
  { name: 'touch-180.png', purpose: 'touch', pixels: 180 },
] as const;

export interface IconAnswer {
  body: string | Uint8Array;
  contentType: string;
}

/** @returns undefined where no icon has this name */
export function findIcon(tenant: TenantProfile, name: string): IconAnswer | undefined {
  const file = iconFiles.find((one) => one.name === name);
  if (!file) return undefined;
  // Where a device cuts its own corners, ours would show through.
  const mark = iconMarkOf(tenant, file.purpose !== 'any');
  return file.pixels === undefined
    ? { body: iconSvg(mark), contentType: 'image/svg+xml' }
    : { body: iconPng(mark, file.pixels), contentType: 'image/png' };
}
