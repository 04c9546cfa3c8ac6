import { balanceOf, usable } from '@tessera/commerce/tokens/wallet.ts';
import { libraryApi } from '@tessera/contracts/api/library.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';

export function implementTokens({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(libraryApi.tokens, async ({ tenantId, claims }) => {
    const { wallets, clock } = scopeOf(tenantId);
    const { wallet } = await wallets.find(claims.userId);
    const now = clock().toISOString();
    const lots = usable(wallet, now).map(({ orderId, granted, left, expiresAt }) => ({
      orderId,
      granted,
      left,
      expiresAt,
    }));
    return { status: 200, body: { balance: balanceOf(wallet, now), lots } };
  });
}
