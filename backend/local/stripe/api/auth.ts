import { timingSafeEqual } from 'node:crypto';
import { ApiFault } from './faults.ts';

/** Takes the secret key as a bearer token, or as the user name of basic authentication. */
export function requireKey(authorization: string | undefined, secretKey: string): void {
  const given = readKey(authorization);
  if (given === undefined)
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  if (!equal(given, secretKey)) throw unauthorized(`Invalid API Key provided: ${mask(given)}`);
}

function readKey(authorization: string | undefined): string | undefined {
  const [scheme = '', value = ''] = authorization?.split(' ', 2) ?? [];
  if (/^bearer$/i.test(scheme)) return value || undefined;
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':')[0] || undefined;
  return undefined;
}

function equal(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const mask = (key: string): string =>
  key.length <= 12 ? '*'.repeat(key.length) : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`;

const unauthorized = (message: string) => new ApiFault({ status: 401, message, beforeExecution: true });
