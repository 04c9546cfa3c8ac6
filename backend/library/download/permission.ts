import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Permission {
  userId: string;
  assetId: string;
  entitlementId: string;
  /** Epoch seconds. */
  expiresAt: number;
}

/** HMAC-SHA256 over `user|asset|entitlement|exp`, hex. None of the parts can hold a `|`. */
export const permissionHash = ({ userId, assetId, entitlementId, expiresAt }: Permission, secret: string): string =>
  createHmac('sha256', secret).update(`${userId}|${assetId}|${entitlementId}|${expiresAt}`).digest('hex');

export function isPermission(hash: string | undefined, permission: Permission, secret: string): boolean {
  if (hash === undefined || !/^[0-9a-f]{64}$/.test(hash)) return false;
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(permissionHash(permission, secret), 'hex'));
}
