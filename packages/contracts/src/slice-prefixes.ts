/*
 * Free of imports: pages tell by it whose answer failed.
 */

/** Path prefixes that lead to each slice. The longest one wins. Every slice also answers `/api/<slice>/openapi.json`. */
export const slicePrefixes = {
  catalog: ['/api/public', '/api/catalog'],
  checkout: ['/api/cart', '/api/checkout', '/api/webhooks'],
  library: ['/api/me', '/api/downloads', '/api/library'],
  admin: ['/api/admin', '/api/store'],
  'ai-support': ['/api/public/support', '/api/support', '/api/ai-support'],
  session: ['/api/session'],
} as const;

export type SliceName = keyof typeof slicePrefixes;
export const sliceNames = Object.keys(slicePrefixes) as SliceName[];

/** The slice that answers a path, or undefined where none does. */
export function sliceOf(path: string): SliceName | undefined {
  let best: { name: SliceName; length: number } | undefined;
  for (const name of sliceNames)
    for (const prefix of slicePrefixes[name])
      if ((path === prefix || path.startsWith(`${prefix}/`)) && prefix.length > (best?.length ?? 0))
        best = { name, length: prefix.length };
  return best?.name;
}
