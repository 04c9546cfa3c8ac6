import { adminApi } from './api/admin.ts';
import { catalogApi } from './api/catalog.ts';
import { checkoutApi } from './api/checkout.ts';
import { libraryApi } from './api/library.ts';
import { sessionApi } from './api/session.ts';
import { supportApi } from './api/support.ts';
import { slicePrefixes } from './slice-prefixes.ts';

/** Each slice: its operations, and the path prefixes that lead to it. */
export const slices = {
  catalog: { title: 'Catalog', api: catalogApi, prefixes: slicePrefixes.catalog },
  checkout: { title: 'Checkout', api: checkoutApi, prefixes: slicePrefixes.checkout },
  library: { title: 'Library', api: libraryApi, prefixes: slicePrefixes.library },
  admin: { title: 'Admin', api: adminApi, prefixes: slicePrefixes.admin },
  'ai-support': { title: 'AI support', api: supportApi, prefixes: slicePrefixes['ai-support'] },
  session: { title: 'Session', api: sessionApi, prefixes: slicePrefixes.session },
} as const;
