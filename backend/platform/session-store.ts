import type { TenantId } from '@tessera/contracts/ids.ts';

/** A session as it is kept: by the hash of its cookie, with the tokens that the browser never sees. */
export interface StoredSession {
  tenantId: string;
  hash: string;
  userId: string;
  email: string;
  name: string;
  accessToken: string;
  refreshToken: string;
  createdAt: string;
  /** Epoch seconds after which it is over. */
  ttl: number;
}

export interface SessionStore {
  /** The user pool's app client of a tenant. */
  findClientId(tenantId: TenantId): Promise<string | undefined>;
  find(tenantId: TenantId, hash: string): Promise<StoredSession | undefined>;
  create(session: StoredSession): Promise<void>;
  /** Changes nothing where the session has ended. */
  renew(tenantId: TenantId, hash: string, tokens: { accessToken: string; refreshToken: string }): Promise<void>;
  remove(tenantId: TenantId, hash: string): Promise<void>;
}
