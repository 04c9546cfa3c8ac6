import { emptyWallet } from '@tessera/commerce/tokens/wallet.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction } from 'electrodb';
import type { Table } from '../../table/client.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { createWalletEntity } from '../../table/wallet.ts';
import { WalletRecord } from '../../table/wallet-record.ts';
import type { Wallets } from './wallets.ts';

export function createWallets(table: Table, tenantId: TenantId): Wallets {
  const entities = { wallets: createWalletEntity(table), entitlements: createEntitlementEntity(table) };
  return {
    async find(userId) {
      const { data } = await entities.wallets.get({ tenantId, userId }).go({ consistent: true });
      return WalletRecord.parse(data ?? { wallet: emptyWallet, revision: 0 });
    },

    async save(userId, { revision: read }, wallet, right) {
      const { canceled } = await createWriteTransaction(entities, (tx) => [
        tx.wallets
          .put({ tenantId, userId, wallet, revision: read + 1 })
          .where(({ revision }, { eq, notExists }) => (read === 0 ? notExists(revision) : eq(revision, read)))
          .commit(),
        ...(right ? [tx.entitlements.create(right).commit()] : []),
      ]).go();
      return canceled ? 'stale' : 'saved';
    },
  };
}
