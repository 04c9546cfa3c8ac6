import { adminApi } from './api/admin.ts';
import { catalogApi } from './api/catalog.ts';
import { checkoutApi } from './api/checkout.ts';
import { libraryApi } from './api/library.ts';
import { sessionApi } from './api/session.ts';
import { supportApi } from './api/support.ts';

/**
 * Each slice: its operations, and the path prefixes that lead to it. The longest prefix wins. Every slice also
 * answers `/api/<slice>/openapi.json`.
 */
export const slices = {
  catalog: { title: 'Catalog', api: catalogApi, prefixes: ['/api/public', '/api/catalog'] },
  checkout: { title: 'Checkout', api: checkoutApi, prefixes: ['/api/cart', '/api/checkout', '/api/webhooks'] },
  library: { title: 'Library', api: libraryApi, prefixes: ['/api/me', '/api/downloads', '/api/library'] },
  admin: { title: 'Admin', api: adminApi, prefixes: ['/api/admin', '/api/store'] },
  'ai-support': {
    title: 'AI support',
    api: supportApi,
    prefixes: ['/api/public/support', '/api/support', '/api/ai-support'],
  },
  session: { title: 'Session', api: sessionApi, prefixes: ['/api/session'] },
} as const;

export type SliceName = keyof typeof slices;
export const sliceNames = Object.keys(slices) as SliceName[];

/** The slice that answers a path, or undefined where none does. */
export function sliceOf(path: string): SliceName | undefined {
  let best: { name: SliceName; length: number } | undefined;
  for (const name of sliceNames)
    for (const prefix of slices[name].prefixes)
      if ((path === prefix || path.startsWith(`${prefix}/`)) && prefix.length > (best?.length ?? 0))
        best = { name, length: prefix.length };
  return best?.name;
}
