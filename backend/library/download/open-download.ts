import { toSeconds } from '../../platform/clock.ts';
import type { AssetItem } from '../../table/asset.ts';
import type { LibraryScope } from '../deps.ts';
import { stateAt } from '../entitlement/entitlements.ts';
import type { DownloadGrant } from './downloads.ts';
import { isPermission } from './permission.ts';

export interface DownloadRequest {
  token: string;
  userId: string;
  exp: string | undefined;
  hash: string | undefined;
}

export type DownloadResult =
  { ok: true; grant: DownloadGrant; asset: AssetItem } | { ok: false; reason: 'refused' | 'used-up' };

const refused = { ok: false, reason: 'refused' } as const;

/** Link, person, time, hash and right must all fit together; which of them does not is nobody's business. */
export async function openDownload(scope: LibraryScope, request: DownloadRequest): Promise<DownloadResult> {
  const grant = await scope.downloads.find(request.token);
  if (!grant || grant.userId !== request.userId) return refused;
  if (request.exp !== String(grant.expiresAt) || grant.expiresAt <= toSeconds(scope.clock())) return refused;
  if (!isPermission(request.hash, grant, scope.downloadSecret)) return refused;
  const entitlement = await scope.entitlements.find(grant.userId, grant.entitlementId);
  if (!entitlement || stateAt(entitlement, scope.clock()) !== 'granted') return refused;
  const asset = await scope.entitlements.findAsset(entitlement.productId, grant.assetId);
  if (!asset) return refused;
  const use = await scope.downloads.use(grant);
  return use === 'used-up' ? { ok: false, reason: 'used-up' } : { ok: true, grant, asset };
}
