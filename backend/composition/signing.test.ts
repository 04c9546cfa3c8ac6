import { CompactSign, importJWK } from 'jose';
import { exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { createSigner, createVerify, signedPayloadOf } from './signing.ts';
import { createTestKeys } from './testing/keys.ts';

test('verifies what it signed, and nothing else', async () => {
  const { signer, verify } = await createTestKeys();
  const signature = await signer.sign(signedPayloadOf('aria', 'rel_abc'));
  expect(await verify('aria/rel_abc', signature)).toBe(true);
  expect(await verify('folio/rel_abc', signature)).toBe(false);
  expect(await verify('aria/rel_abd', signature)).toBe(false);
});

test('goes on verifying an old key after a rotation, and refuses one it does not know', async () => {
  const [old, fresh, stranger] = await Promise.all([createTestKeys('k1'), createTestKeys('k2'), createTestKeys('k3')]);
  const verify = createVerify({ keys: [fresh.publicKey, old.publicKey] });
  expect(await verify('x', await old.signer.sign('x'))).toBe(true);
  expect(await verify('x', await stranger.signer.sign('x'))).toBe(false);
});

test('a whole JWS over something else does not pass for a detached one', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'k1' };
  const verify = createVerify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] });
  const whole = await new CompactSign(Buffer.from('other'))
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .sign(await importJWK(jwk, 'ES256'));
  expect(await verify('x', { kid: 'k1', value: whole })).toBe(false);
});

test('a key without a kid cannot sign', () => {
  expect(() => createSigner({ kty: 'EC' })).toThrow(/kid/);
});
