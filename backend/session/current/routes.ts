import { sessionApi, type AuthState } from '@tessera/contracts/api/session.ts';
import { cookies, headers } from '@tessera/contracts/http.ts';
import { fromViewHeader } from '@tessera/contracts/view.ts';
import type { Claims } from '../../platform/auth.ts';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { TenantSigningKeys } from '../../platform/tenant-signature.ts';
import { noSessionCookie } from '../cookies.ts';
import { issuePageView } from '../telemetry/page-view-token.ts';

export interface CurrentOptions {
  tenantKeys: TenantSigningKeys;
  clock: Clock;
}

/**
 * Who is signed in; a cookie that proves nothing is taken away. It is the first thing that a page asks for itself, so its
 * answer also brings the page view's token: a document cannot, for it is shared.
 */
export function implementCurrent({ implement }: SliceApp, options: CurrentOptions): void {
  implement(sessionApi.current, async ({ authenticate, cookie, tenantId, context }) => {
    const claims = await authenticate();
    // The set that the edge has for this visitor; a document of another one is of the past, and counts for none.
    const { set: setId } = fromViewHeader(context.req.header(headers.view));
    const isCurrent = setId !== '' && context.req.header(headers.release) === setId;
    const nowSeconds = toSeconds(options.clock());
    const isUnproven = !claims && cookie(cookies.session) !== undefined;
    return {
      status: 200,
      body: toAuthState(claims),
      headers: {
        'cache-control': 'no-store',
        ...(isCurrent
          ? { [headers.pageView]: issuePageView({ tenantId, setId, nowSeconds }, options.tenantKeys) }
          : {}),
        ...(isUnproven ? { 'set-cookie': noSessionCookie() } : {}),
      },
    };
  });
}

function toAuthState(claims: Claims | undefined): Exclude<AuthState, { signedIn: 'unknown' }> {
  if (!claims) return { signedIn: false };
  const { userId: id, email, name, roles } = claims;
  return { signedIn: true, user: { id, email, name, roles: [...roles] } };
}
