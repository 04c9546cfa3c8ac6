import { directionOf, type TenantProfile } from '@tessera/contracts/tenant.ts';
import { faces } from '@tessera/ui/faces/faces.ts';
import { paletteOf } from '@tessera/ui/palette.ts';
import { iconFiles } from './icons.ts';

/** What a device installs the shop by. */
export function webManifestOf(tenant: TenantProfile) {
  const { theme, locales } = tenant;
  const palette = paletteOf(faces[theme.face], theme, theme.scheme === 'dark' ? 'dark' : 'light');
  const lang = locales[0] ?? 'en';
  return {
    id: '/',
    name: tenant.name,
    short_name: tenant.name.length <= 12 ? tenant.name : tenant.name.split(' ')[0],
    description: tenant.tagline,
    lang,
    dir: directionOf(lang),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: palette.surface,
    theme_color: palette.surface,
    icons: iconFiles
      .filter(({ purpose }) => purpose !== 'touch')
      .map(({ name, purpose, pixels }) => ({
        src: `/icons/${name}`,
        type: pixels === undefined ? 'image/svg+xml' : 'image/png',
        sizes: pixels === undefined ? 'any' : `${pixels}x${pixels}`,
        purpose,
      })),
  };
}
