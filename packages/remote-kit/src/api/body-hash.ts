import { headers } from '@tessera/contracts/wire-names.ts';

/**
 * Headers for a body that goes to a slice with an address of its own: the edge signs such requests without reading
 * them, and is told the body's SHA-256. Empty where the page has no Web Crypto, as over plain HTTP.
 */
export async function bodyHashOf(body: string): Promise<Record<string, string>> {
  // Missing in insecure contexts, whatever the types say.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!subtle) return {};
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(body)));
  return { [headers.bodyHash]: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}
