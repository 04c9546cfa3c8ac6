import type { TenantTheme } from '@tessera/contracts/tenant.ts';
import { aria } from './aria.ts';
import type { Face } from './face.ts';
import { folio } from './folio.ts';
import { lumen } from './lumen.ts';

export const faces: Record<TenantTheme['face'], Face> = { aria, folio, lumen };
