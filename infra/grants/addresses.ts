import { cdnOriginTemplateOf, domainTargetOf, platformHostOf, shopHostTemplateOf } from '../addresses.ts';
import type { Grant } from './grant.ts';

export const publicScheme: Grant = (fn) => fn.give({ PUBLIC_SCHEME: 'https' });
/** Shops stand at the scheme's own port. */
export const publicPort: Grant = (fn) => fn.give({ PUBLIC_PORT_SUFFIX: '' });
export const cdnOrigin: Grant = (fn, { settings }) => fn.give({ CDN_ORIGIN_TEMPLATE: cdnOriginTemplateOf(settings) });
export const platformOrigin: Grant = (fn, { settings }) =>
  fn.give({ PLATFORM_ORIGIN: `https://${platformHostOf(settings)}` });
export const shopHosts: Grant = (fn, { settings }) => fn.give({ SHOP_HOST_TEMPLATE: shopHostTemplateOf(settings) });
export const domainTarget: Grant = (fn, { settings }) => fn.give({ DOMAIN_TARGET: domainTargetOf(settings) });
