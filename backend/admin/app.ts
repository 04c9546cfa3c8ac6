import { createSliceApp, type SliceAppOptions } from '../platform/http.ts';
import { implementBooks } from './books/routes.ts';
import { createScopes, type AdminDeps } from './deps.ts';
import { implementDeployTokens, type CliOptions } from './deploy-token/routes.ts';
import { implementDiscounts } from './discount/routes.ts';
import { implementDomains, type DomainOptions } from './domain/routes.ts';
import { implementFlags } from './flag/routes.ts';
import { implementImports } from './import/routes.ts';
import { implementOrders } from './order/routes.ts';
import { implementOverrides, type OverrideOptions } from './override/routes.ts';
import { implementOverview } from './overview/routes.ts';
import { implementProducts } from './product/routes.ts';
import { implementReleases } from './release/routes.ts';
import { implementDisputes } from './dispute/routes.ts';
import { implementRefunds } from './refund/routes.ts';
import { implementTraffic } from './release/traffic-routes.ts';
import { implementStores } from './store/routes.ts';
import { implementUsers } from './user/routes.ts';
import { implementWorks } from './work/routes.ts';

export interface AdminAppOptions extends AdminDeps, DomainOptions, CliOptions, OverrideOptions {
  http: Omit<SliceAppOptions, 'slice' | 'clock'>;
}

export function createAdminApp(options: AdminAppOptions) {
  const slice = createSliceApp({ ...options.http, slice: 'admin', clock: options.clock });
  const scopeOf = createScopes(options);
  implementOverview(slice, scopeOf);
  implementOrders(slice, scopeOf);
  implementDisputes(slice, scopeOf);
  implementBooks(slice, scopeOf);
  implementRefunds(slice, scopeOf);
  implementWorks(slice, scopeOf);
  implementImports(slice, scopeOf);
  implementDiscounts(slice, scopeOf);
  implementDomains(slice, scopeOf, options);
  implementUsers(slice, scopeOf);
  implementFlags(slice, scopeOf);
  implementTraffic(slice, scopeOf);
  implementReleases(slice, scopeOf);
  implementDeployTokens(slice, scopeOf, options);
  implementOverrides(slice, scopeOf, options);
  implementStores(slice, scopeOf);
  implementProducts(slice, scopeOf);
  return slice.app;
}
