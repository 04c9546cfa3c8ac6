import { CompactSign, compactVerify, createLocalJWKSet, importJWK, type JSONWebKeySet, type JWK } from 'jose';

export interface Signature {
  kid: string;
  /** Detached compact JWS: its payload is left out. */
  value: string;
}

export interface Signer {
  sign(payload: string): Promise<Signature>;
}

export type Verify = (payload: string, signature: Signature) => Promise<boolean>;

/** What is signed for a release or a set: bound to its tenant, so that it cannot be copied to another. */
export const signedPayloadOf = (tenantId: string, id: string): string => `${tenantId}/${id}`;

/** Signs with ES256. The key needs a `kid`, or it could never be rotated. */
export function createSigner(jwk: JWK): Signer {
  const { kid } = jwk;
  if (!kid) throw new Error('a release signing key needs a kid');
  const key = importJWK(jwk, 'ES256');
  return {
    async sign(payload) {
      const jws = await new CompactSign(Buffer.from(payload)).setProtectedHeader({ alg: 'ES256', kid }).sign(await key);
      const [header, , mac] = jws.split('.');
      return { kid, value: `${header}..${mac}` };
    },
  };
}

export function createVerify(keys: JSONWebKeySet): Verify {
  const keySet = createLocalJWKSet(keys);
  return async (payload, signature) => {
    const [header, hole, mac, ...rest] = signature.value.split('.');
    if (hole !== '' || rest.length > 0) return false;
    const jws = `${header}.${Buffer.from(payload).toString('base64url')}.${mac}`;
    try {
      await compactVerify(jws, keySet, { algorithms: ['ES256'] });
      return true;
    } catch {
      return false;
    }
  };
}
