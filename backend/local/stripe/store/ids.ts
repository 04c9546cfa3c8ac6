import { randomInt } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id in Stripe's form: a prefix that says what it is, and letters and digits nobody can guess. */
export function newId(prefix: string, length = 24): string {
  let body = '';
  for (let index = 0; index < length; index++) body += alphabet[randomInt(alphabet.length)];
  return `${prefix}_${body}`;
}
