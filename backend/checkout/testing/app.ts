import { headers } from '@tessera/contracts/http.ts';
import { webhookSecret } from '../../local/stripe/testing-keys.ts';
import type { Authenticator } from '../../platform/auth.ts';
import { signTenant } from '../../platform/tenant-signature.ts';
import { createThrottle } from '../../platform/throttle.ts';
import { createCheckoutApp } from '../app.ts';
import type { CheckoutDeps } from '../deps.ts';

export interface TestRequest extends RequestInit {
  user?: string;
  cookies?: string;
}

const keys = [Buffer.alloc(32, 1)];

/** `aria:usr_1` is that person, signed in at Aria only. */
const authenticate: Authenticator = (value, tenantId) => {
  const [tenant, userId = ''] = value.split(':');
  const claims = { userId, email: `${userId}@example.com`, name: userId, roles: ['shopper' as const], sessionId: 's' };
  return Promise.resolve(tenant === tenantId ? claims : undefined);
};

/** The slice as it is deployed, but for the sign-in and the throttle. */
export const createTestApp = (deps: CheckoutDeps) =>
  createCheckoutApp({
    ...deps,
    webhookSecret,
    publicScheme: 'http',
    publicPortSuffix: ':8080',
    http: {
      tenantKeys: keys,
      authenticate,
      throttle: createThrottle({
        clock: deps.clock,
        quotas: { write: { limit: 9999, windowSeconds: 60 }, costly: { limit: 9999, windowSeconds: 60 } },
      }),
    },
  });

/** A request as the edge hands it on: of a tenant, and of a person where one is named. */
export function signedRequest(tenantId: string, { user, cookies, ...init }: TestRequest, now: Date): RequestInit {
  const host = `${tenantId}.localhost:8080`;
  const nowSeconds = Math.floor(now.getTime() / 1000);
  const cookie = [cookies, user ? `__Host-session=${tenantId}:${user}` : ''].filter(Boolean).join('; ');
  return {
    ...init,
    headers: {
      host,
      [headers.tenant]: signTenant({ tenantId, host, nowSeconds }, keys),
      [headers.csrf]: '1',
      'content-type': 'application/json',
      ...(cookie ? { cookie } : {}),
      ...(init.headers as Record<string, string>),
    },
  };
}
