import { hashOf, looksLikeSecret, newSecret } from '../../platform/session-secret.ts';

/** What is kept of a deploy token; the secret itself is nowhere. */
export interface DeployTokenRecord {
  hash: string;
  tokenId: string;
  name: string;
  /** Names of remotes; `*` is all of the shop. */
  remotes: readonly string[];
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  lastUsedAt?: string | undefined;
  revokedAt?: string | undefined;
}

/** Deploy tokens of one tenant. */
export interface DeployTokens {
  create(token: Omit<DeployTokenRecord, 'lastUsedAt' | 'revokedAt'>): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly DeployTokenRecord[]>;
  findByHash(hash: string): Promise<DeployTokenRecord | undefined>;
  /** Revoked tokens stay revoked from the first time; undefined for one that is not there. */
  revoke(tokenId: string, at: string): Promise<DeployTokenRecord | undefined>;
  /** Notes a use; a note that is lost is no harm. */
  touch(hash: string, at: string): Promise<void>;
}

export const maxActiveTokens = 50;

const prefix = 'tsd_';

export const newDeployToken = (): string => `${prefix}${newSecret()}`;

export const isDeployToken = (token: string): boolean => token.startsWith(prefix);

/** What a token is found by; undefined for what cannot be one. */
export function deployTokenHash(token: string): string | undefined {
  const secret = token.slice(prefix.length);
  return isDeployToken(token) && looksLikeSecret(secret) ? hashOf(secret) : undefined;
}

export type DeployTokenState = 'active' | 'expired' | 'revoked';

export function stateOf({ revokedAt, expiresAt }: DeployTokenRecord, now: Date): DeployTokenState {
  if (revokedAt !== undefined) return 'revoked';
  return Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'active';
}
