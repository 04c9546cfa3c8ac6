import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { createPublicKey, generateKeyPairSync, sign, verify as verifyDer } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { createKmsSigner, toJoseSignature } from './signing.kms.ts';
import { createSigner, createVerify, signedPayloadOf, type Signer } from './signing.ts';
import { createTestKeys } from './testing/keys.ts';
import { startKmsDouble } from './testing/kms-double.ts';

interface Signing {
  signer: Signer;
  publicKey: JWK;
}

const double = await startKmsDouble();
afterAll(() => double.stop());

const adapters: [string, () => Promise<Signing>][] = [
  ['a key file', () => createTestKeys()],
  ['KMS', async () => ({ signer: createKmsSigner(double.keyId, double.client), publicKey: double.publicKey })],
];
const realKey = process.env['TESSERA_TEST_KMS_KEY'];
if (realKey) adapters.push(['the KMS of this account', () => openRealKey(realKey)]);

describe.each(adapters)('with %s', (_, open) => {
  test('verifies what it signed, and nothing else', async () => {
    const { signer, publicKey } = await open();
    const verify = createVerify({ keys: [publicKey] });
    const signature = await signer.sign(signedPayloadOf('aria', 'rel_abc'));
    expect(signature.kid).toBe(publicKey.kid);
    expect(await verify('aria/rel_abc', signature)).toBe(true);
    expect(await verify('folio/rel_abc', signature)).toBe(false);
    expect(await verify('aria/rel_abd', signature)).toBe(false);
  });

  test('is found among others by its kid, and refused where its key is not known', async () => {
    const [{ signer, publicKey }, other] = await Promise.all([open(), createTestKeys('k9')]);
    const signature = await signer.sign('x');
    expect(await createVerify({ keys: [other.publicKey, publicKey] })('x', signature)).toBe(true);
    expect(await createVerify({ keys: [other.publicKey] })('x', signature)).toBe(false);
  });
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

describe('a DER signature', () => {
  test('becomes 64 bytes whatever its integers begin with', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    // Of 600 signatures some have an integer with a leading zero byte, and most one that looks negative.
    for (let index = 0; index < 600; index += 1) {
      const data = Buffer.from(`payload ${index}`);
      const jose = toJoseSignature(sign('sha256', data, privateKey));
      expect(jose).toHaveLength(64);
      expect(verifyDer('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, jose)).toBe(true);
    }
  });

  test.each(['', '3003020101', '30060201010201', '310602010102010100', '3006020101020101ff'])('is not %j', (hex) => {
    expect(() => toJoseSignature(Buffer.from(hex, 'hex'))).toThrow('not a DER signature');
  });
});

async function openRealKey(keyId: string): Promise<Signing> {
  const client = new KMSClient({});
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
  return { signer: createKmsSigner(keyId, client), publicKey: { ...key.export({ format: 'jwk' }), kid: keyId } };
}
