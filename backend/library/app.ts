import { createSliceApp, type SliceAppOptions } from '../platform/http.ts';
import { createScopes, type LibraryDeps } from './deps.ts';
import { implementDownloads } from './download/routes.ts';
import { implementEntitlements } from './entitlement/routes.ts';
import { implementInvoices } from './invoice/routes.ts';
import { implementSubscriptions } from './subscription/routes.ts';
import { implementTokens } from './token/routes.ts';
import { implementUnlocks } from './unlock/routes.ts';

export interface LibraryAppOptions extends LibraryDeps {
  http: Omit<SliceAppOptions, 'slice' | 'clock'>;
}

export function createLibraryApp(options: LibraryAppOptions) {
  const slice = createSliceApp({ ...options.http, slice: 'library', clock: options.clock });
  const scopeOf = createScopes(options);
  implementEntitlements(slice, scopeOf);
  implementInvoices(slice, scopeOf);
  implementDownloads(slice, scopeOf);
  implementSubscriptions(slice, scopeOf);
  implementTokens(slice, scopeOf);
  implementUnlocks(slice, scopeOf);
  return slice.app;
}
