/* What whoever writes releases signs with. */
export { openSigner } from '../open-signer.ts';
export type { Signer } from '../signing.ts';
