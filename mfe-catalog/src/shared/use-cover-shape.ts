import type { TenantTheme } from '@tessera/contracts/tenant.ts';
import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';

export const useCoverShape = (): TenantTheme['coverShape'] => useBoot().tenant.theme.coverShape;
