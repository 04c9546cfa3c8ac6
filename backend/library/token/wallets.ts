import type { Wallet } from '@tessera/commerce/tokens/wallet.ts';
import type { EntitlementRecord } from '../../table/entitlement-record.ts';
import type { WalletRecord } from '../../table/wallet-record.ts';

/** One tenant's token wallets. */
export interface Wallets {
  find(userId: string): Promise<WalletRecord>;
  /**
   * Keeps the wallet if it still is as it was read, and with it the right the tokens were spent on: both or neither.
   * `stale` where it was changed meanwhile.
   */
  save(userId: string, read: WalletRecord, next: Wallet, right?: EntitlementRecord): Promise<'saved' | 'stale'>;
}
