import type { JWK } from 'jose';
import { createKmsSigner } from './signing.kms.ts';
import { createSigner, type Signer } from './signing.ts';

/** Signs with a key of KMS where one is named, else with the key file. */
export const openSigner = (keys: { kmsKey: string | undefined; keyFile: JWK }): Signer =>
  keys.kmsKey ? createKmsSigner(keys.kmsKey) : createSigner(keys.keyFile);
