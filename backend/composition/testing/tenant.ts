import { TenantProfile } from '@tessera/contracts/tenant.ts';

export const aTenant = (overrides: Record<string, unknown> = {}): TenantProfile =>
  TenantProfile.parse({
    id: 'aria',
    name: 'Aria Records',
    tagline: 'Music to keep',
    legalName: 'Aria Records Inc.',
    country: 'US',
    supportEmail: 'help@aria.example',
    theme: {
      face: 'aria',
      accent: { light: '#1f4fd8', dark: '#8fb0ff' },
      radius: 'small',
      density: 'comfortable',
      coverShape: 'square',
      scheme: 'auto',
    },
    locales: ['en', 'de', 'ar'],
    currencies: ['USD', 'EUR'],
    countries: ['US', 'DE'],
    taxDisplay: 'exclusive',
    kinds: ['album'],
    flags: { chat: true },
    ...overrides,
  });
