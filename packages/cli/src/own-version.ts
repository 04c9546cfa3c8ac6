import { packageVersion } from '@tessera/federation/vite/version.ts';
import { fileURLToPath } from 'node:url';

/** Folder of this package. */
export const ownFolder = fileURLToPath(new URL('..', import.meta.url));

export const ownVersion = (): Promise<string> => packageVersion(ownFolder);
