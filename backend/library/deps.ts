import type { TenantId } from '@tessera/contracts/ids.ts';
import type { Clock } from '../platform/clock.ts';
import type { NewId } from '../platform/ids.ts';
import type { Table } from '../table/client.ts';
import { createDownloads } from './download/downloads.dynamo.ts';
import type { Downloads } from './download/downloads.ts';
import type { Files } from './download/files.ts';
import { createEntitlements } from './entitlement/entitlements.dynamo.ts';
import type { Entitlements } from './entitlement/entitlements.ts';
import { createInvoices, type Invoices } from './invoice/invoices.dynamo.ts';
import { createSubscriptions, type Subscriptions } from './subscription/subscriptions.dynamo.ts';
import { createWallets } from './token/wallets.dynamo.ts';
import type { Wallets } from './token/wallets.ts';
import { createUnlockables } from './unlock/unlockables.dynamo.ts';
import type { Unlockables } from './unlock/unlockables.ts';

export interface LibraryDeps {
  table: Table;
  files: Files;
  downloadSecret: string;
  clock: Clock;
  newId: NewId;
}

export interface LibraryScope {
  entitlements: Entitlements;
  invoices: Invoices;
  downloads: Downloads;
  subscriptions: Subscriptions;
  wallets: Wallets;
  unlockables: Unlockables;
  files: Files;
  downloadSecret: string;
  clock: Clock;
}

export type ScopeOf = (tenantId: TenantId) => LibraryScope;

export const createScopes =
  ({ table, files, downloadSecret, clock, newId }: LibraryDeps): ScopeOf =>
  (tenantId) => ({
    entitlements: createEntitlements(table, tenantId),
    invoices: createInvoices(table, tenantId),
    downloads: createDownloads(table, tenantId, { clock, newId }),
    subscriptions: createSubscriptions(table, tenantId),
    wallets: createWallets(table, tenantId),
    unlockables: createUnlockables(table, tenantId),
    files,
    downloadSecret,
    clock,
  });
