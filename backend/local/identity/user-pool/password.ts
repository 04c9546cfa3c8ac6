import { scryptSync } from 'node:crypto';

export const minimumPasswordLength = 8;

/**
 * The emulator keeps and compares passwords as they are given, so they are given as scrypt digests: the files hold no
 * password. The salt is one per pool, because the comparison is by equality.
 */
export const toPasswordDigest = (password: string, salt: string): string =>
  scryptSync(password.normalize('NFKC'), salt, 32, { N: 2 ** 13 }).toString('base64url');
