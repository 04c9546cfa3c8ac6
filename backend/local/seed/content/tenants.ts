import type { SeedTenant } from '../types.ts';
import { aria } from './aria/tenant.ts';
import { folio } from './folio/tenant.ts';
import { lumen } from './lumen/tenant.ts';

/** The three shops a fresh platform starts with. */
export const seedTenants: readonly SeedTenant[] = [aria, folio, lumen];
