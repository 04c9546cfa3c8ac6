import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/*
 * `node secret-values.ts tenant-signing`: the first value of `tessera/tenant-signing`.
 * `node secret-values.ts tenant-signing < keys.json`: its value for keys given as JSON, in their order.
 * `node secret-values.ts release-public-keys <kid> < public-key.pem`: the JWKS that composition verifies releases with.
 */

const Keys = z.record(z.string(), z.base64());

/** `keys` is what functions read; `edge` the same as the header of an origin can carry it. */
export function toTenantSigning(keys: z.input<typeof Keys>): { keys: string; edge: string } {
  const json = JSON.stringify(Keys.parse(keys));
  return { keys: json, edge: Buffer.from(json).toString('base64') };
}

export async function toReleasePublicKeys(pem: string, kid: string): Promise<object> {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('spki', der, algorithm, true, ['verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key);
  return { keys: [{ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }] };
}

if (import.meta.main) {
  const [what, kid] = process.argv.slice(2);
  const given = process.stdin.isTTY ? '' : await text(process.stdin);
  if (what === 'tenant-signing') {
    const first = { [`k${Date.now()}`]: randomBytes(32).toString('base64') };
    console.log(JSON.stringify(toTenantSigning(given.trim() === '' ? first : JSON.parse(given))));
  } else if (what === 'release-public-keys' && kid !== undefined) {
    console.log(JSON.stringify(await toReleasePublicKeys(given, kid)));
  } else {
    console.error('Usage: node secret-values.ts tenant-signing | release-public-keys <kid>');
    process.exitCode = 1;
  }
}
