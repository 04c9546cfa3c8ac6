import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for cookies, states and one-time codes. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What of a secret is kept. No salt: nobody guesses 256 bits. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const looksLikeSecret = (value: string | undefined): value is string =>
  value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value);
