import type { TenantTheme } from '@tessera/contracts/tenant.ts';

/** A whole theme for each face: what a new tenant starts from. */
export const sampleThemes: Record<TenantTheme['face'], TenantTheme> = {
  aria: {
    face: 'aria',
    accent: { light: '#c8321a', dark: '#ff7d5c' },
    radius: 'small',
    density: 'compact',
    coverShape: 'square',
    scheme: 'auto',
  },
  folio: {
    face: 'folio',
    accent: { light: '#7d2b33', dark: '#e6a09a' },
    radius: 'none',
    density: 'comfortable',
    coverShape: 'portrait',
    scheme: 'auto',
  },
  lumen: {
    face: 'lumen',
    accent: { light: '#8a5a00', dark: '#ffc45c' },
    radius: 'medium',
    density: 'comfortable',
    coverShape: 'wide',
    scheme: 'dark',
  },
};
