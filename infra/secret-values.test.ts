import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { env as session } from '../backend/session/env.ts';
import { compositionEnv } from '../backend/composition/env.ts';
import { parseTenantSigningKeys } from '../backend/platform/tenant-signature.ts';
import { toReleasePublicKeys, toTenantSigning } from './secret-values.ts';

const key = Buffer.alloc(32, 7);

test('functions and edge read the same keys, in the order they are given', () => {
  const given = { b: key.toString('base64'), a: Buffer.alloc(32, 1).toString('base64') };
  const { keys, edge } = toTenantSigning(given);
  expect(session.TENANT_SIGNING_KEYS.parse(keys)).toBe(keys);
  expect(Buffer.from(edge, 'base64').toString()).toBe(keys);
  expect(parseTenantSigningKeys(keys)[0]).toEqual(key);
});

test('a key that is not base64 is refused', () => {
  expect(() => toTenantSigning({ a: 'not base64!' })).toThrow();
});

test('a public key becomes what composition reads', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwks = await toReleasePublicKeys(String(publicKey.export({ type: 'spki', format: 'pem' })), 'kms-1');
  const { x, y } = publicKey.export({ format: 'jwk' });
  expect(compositionEnv.RELEASE_PUBLIC_KEYS.parse(JSON.stringify(jwks))).toEqual({
    keys: [expect.objectContaining({ x, y, kid: 'kms-1', alg: 'ES256' })],
  });
});
