import { randomInt } from 'node:crypto';

/** Without letters and digits that are taken for one another. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** `K7QF-2MRT-9XWA`: sixty random bits, so that neither guessing nor chance hits one. */
const newCode = (): string =>
  [1, 2, 3].map(() => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('')).join('-');

export const newCodes = (count: number): string[] => Array.from({ length: count }, newCode);
