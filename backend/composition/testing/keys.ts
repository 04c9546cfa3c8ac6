import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { createSigner, createVerify, type Signer, type Verify } from '../signing.ts';

export interface TestKeys {
  signer: Signer;
  verify: Verify;
  publicKey: JWK;
}

export async function createTestKeys(kid = 'k1'): Promise<TestKeys> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256' };
  return {
    signer: createSigner({ ...(await exportJWK(privateKey)), kid }),
    verify: createVerify({ keys: [jwk] }),
    publicKey: jwk,
  };
}
