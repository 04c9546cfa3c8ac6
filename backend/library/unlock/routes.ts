import { libraryApi } from '@tessera/contracts/api/library.ts';
import { conflict, forbidden, notFound, unreachable, type AppError } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { unlock, type UnlockResult } from './unlock.ts';

export function implementUnlocks({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(libraryApi.unlock, async ({ tenantId, body, claims: { userId } }) => {
    const result = await unlock(scopeOf(tenantId), { tenantId, userId, ...body });
    if (!result.ok) throw refusal(result);
    const { right, balance } = result;
    return { status: 200, body: { entitlementId: right.entitlementId, workId: right.line.workId, balance } };
  });
}

function refusal(result: Exclude<UnlockResult, { ok: true }>): AppError {
  switch (result.reason) {
    case 'unknown':
      return notFound();
    case 'short':
      return conflict('tokens_short', 'You have too few tokens for this.', { missing: result.missing });
    case 'no-pass':
      return forbidden('no_pass', 'You have no pass that includes this.');
    case 'busy':
      return conflict('wallet_busy', 'Your tokens are being spent elsewhere. Try again in a moment.');
    default:
      return unreachable(result);
  }
}
