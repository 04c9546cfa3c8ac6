import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { DatabaseSync } from 'node:sqlite';
import { keepSecret } from './database.ts';

/** RS256, because that is what Cognito signs with. */
export async function keepSigningKeys(database: DatabaseSync): Promise<{ keys: JWK[] }> {
  const text = await keepSecret(database, 'jwks', async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const kid = randomBytes(12).toString('base64url');
    return JSON.stringify({ keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' }] });
  });
  return JSON.parse(text) as { keys: JWK[] };
}

export const keepRandomKey = (database: DatabaseSync, name: string): Promise<string> =>
  keepSecret(database, name, () => randomBytes(32).toString('base64url'));
