import { libraryApi } from '@tessera/contracts/api/library.ts';
import { randomBytes } from 'node:crypto';
import { toSeconds } from '../../platform/clock.ts';
import { forbidden, notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { stateAt } from '../entitlement/entitlements.ts';
import { windowSeconds } from './downloads.ts';
import { openDownload } from './open-download.ts';
import { permissionHash } from './permission.ts';

export function implementDownloads({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(libraryApi.link, async ({ tenantId, body, claims: { userId } }) => {
    const scope = scopeOf(tenantId);
    const entitlement = await scope.entitlements.find(userId, body.entitlementId);
    const asset = entitlement && (await scope.entitlements.findAsset(entitlement.productId, body.assetId));
    if (!entitlement || !asset) throw notFound();
    if (stateAt(entitlement, scope.clock()) !== 'granted')
      throw forbidden('entitlement_not_active', 'This purchase does not open its files any more.');
    const { entitlementId, productId, lineId } = entitlement;
    const token = randomBytes(24).toString('base64url');
    const expiresAt = toSeconds(scope.clock()) + windowSeconds;
    const permission = { userId, assetId: asset.assetId, entitlementId, expiresAt };
    await scope.downloads.keep({ ...permission, token, productId, lineId });
    const hash = permissionHash(permission, scope.downloadSecret);
    const url = `/api/downloads/${token}?exp=${expiresAt}&h=${hash}`;
    const until = new Date(expiresAt * 1000).toISOString();
    return { status: 200, body: { url, token, permissionHash: hash, expiresAt: until } };
  });

  implement(libraryApi.download, async ({ tenantId, params, query, claims, clientIp }) => {
    const scope = scopeOf(tenantId);
    const { userId } = claims;
    const result = await openDownload(scope, { token: params.token, userId, exp: query.exp, hash: query.h });
    if (!result.ok && result.reason === 'used-up')
      throw forbidden('download_limit', 'This file was downloaded too often. Write to the shop.');
    if (!result.ok)
      throw forbidden('download_refused', 'This link is not valid, or not any more. Take a new one from your library.');
    const { asset, grant } = result;
    await scope.downloads.audit(grant, { ip: clientIp });
    const location = await scope.files.presign({
      objectKey: asset.objectKey,
      fileName: asset.name,
      contentType: asset.contentType,
      disposition: query.disposition,
    });
    return { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } };
  });
}
