import type { Errand, Place } from '@tessera/federation/testkit/run-cell.ts';
import { aria } from '../../backend/local/seed/content/aria/tenant.ts';

/** The demo shop that faults are tried on, its remotes' places, and what its visitor came for. */
export const tenantId = aria.profile.id;

export const places: readonly Place[] = [
  { remote: 'mfe-catalog', slot: 'main', path: '/work/wrk_glass-harbour/glass-harbour' },
  { remote: 'mfe-checkout', slot: 'main', path: '/cart' },
  { remote: 'mfe-library', slot: 'main', path: '/library' },
  { remote: 'mfe-ai-support', slot: 'aside', path: '/cart' },
];

export const shopOrigin = (): string => `http://${tenantId}.localhost:${process.env['TESSERA_PORT']}`;

export function errand(): Errand {
  const shopper = aria.users.find(({ roles }) => roles.includes('shopper'));
  if (!shopper) throw new Error(`${tenantId} has no shopper`);
  return {
    search: { typed: 'glass h', suggestion: /^Glass Harbour Work$/ },
    checkout: { person: shopper, region: 'California', postalCode: '94103' },
  };
}
