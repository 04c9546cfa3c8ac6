import type { TenantProfile } from '@tessera/contracts/tenant.ts';
import { faces } from '@tessera/ui/faces/faces.ts';
import { paletteOf } from '@tessera/ui/palette.ts';
import { escapeHtml } from '../document/html.ts';

/** The shop's initial on its accent. The maskable one fills the square and keeps the letter in the safe zone. */
export function iconSvg(tenant: TenantProfile, maskable: boolean): string {
  const face = faces[tenant.theme.face];
  const palette = paletteOf(face, tenant.theme, 'light');
  const [initial = ''] = tenant.name.trim();
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512">',
    `<rect width="512" height="512" rx="${maskable ? 0 : 112}" fill="${palette.accent}"/>`,
    `<text x="256" y="256" dy="0.36em" text-anchor="middle" font-size="${maskable ? 256 : 320}" font-weight="700"`,
    ` font-family="${face.type.generic}" fill="${palette['on-accent']}">${escapeHtml(initial.toUpperCase())}</text></svg>`,
  ].join('');
}
