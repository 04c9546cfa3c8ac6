import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from './signing.ts';

/** Signs with an ECC_NIST_P256 key that never leaves KMS; the key's id is the `kid` under which its public half is known. */
export function createKmsSigner(keyId: string, client = new KMSClient({})): Signer {
  return {
    async sign(payload) {
      const header = toBase64Url(JSON.stringify({ alg: 'ES256', kid: keyId }));
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: Buffer.from(`${header}.${toBase64Url(payload)}`),
          MessageType: 'RAW',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      );
      if (!Signature) throw new Error(`KMS gave no signature of ${keyId}`);
      return { kid: keyId, value: `${header}..${toJoseSignature(Signature).toString('base64url')}` };
    },
  };
}

const toBase64Url = (text: string): string => Buffer.from(text).toString('base64url');

const halfBytes = 32;

/** DER, a sequence of two integers, as JOSE spells it: both with 32 bytes, one after the other. */
export function toJoseSignature(der: Uint8Array): Buffer {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new Error('not a DER signature of P-256');
  const [r, next] = readInteger(der, 2);
  const [s, end] = readInteger(der, next);
  if (end !== der.length) throw new Error('not a DER signature of P-256');
  return Buffer.concat([r, s]);
}

function readInteger(der: Uint8Array, at: number): [Buffer, number] {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  // One byte more than its size where it would else look negative, fewer where it begins with zeros.
  const digits = Buffer.from(der.subarray(at + 2, end));
  const bare = digits[0] === 0 ? digits.subarray(1) : digits;
  if (der[at] !== 0x02 || length === 0 || end > der.length || bare.length > halfBytes)
    throw new Error('not a DER signature of P-256');
  return [Buffer.concat([Buffer.alloc(halfBytes - bare.length), bare]), end];
}
