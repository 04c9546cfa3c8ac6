import type { JWK } from 'jose';
import { createKmsSigner } from './signing.kms.ts';
import { createSigner, type Signer } from './signing.ts';

/** Signs with a key of KMS where one is named, else with the key file; throws where there is neither. */
export function openSigner({ kmsKey, keyFile }: { kmsKey: string | undefined; keyFile: JWK | undefined }): Signer {
  if (kmsKey) return createKmsSigner(kmsKey);
  if (!keyFile) throw new Error('there is no key to sign releases with');
  return createSigner(keyFile);
}
