import { balanceOf, commit, reserve } from '@tessera/commerce/tokens/wallet.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { createHash } from 'node:crypto';
import { entitlementIdOf, type EntitlementRecord } from '../../table/entitlement-record.ts';
import type { LibraryScope } from '../deps.ts';
import { stateAt } from '../entitlement/entitlements.ts';
import type { Unlockable } from './unlockables.ts';

export interface UnlockRequest {
  tenantId: TenantId;
  userId: string;
  workId: string;
  by: 'tokens' | 'pass';
}

export type UnlockResult =
  | { ok: true; right: EntitlementRecord; balance: number }
  | { ok: false; reason: 'unknown' | 'no-pass' | 'busy' }
  | { ok: false; reason: 'short'; missing: number };

/** Tokens are set aside this long for a right that is then given, or not. */
const reservedMinutes = 15;

/** Opens a work once: who has it already, in this way or a better one, has it, and pays nothing. */
export async function unlock(scope: LibraryScope, request: UnlockRequest): Promise<UnlockResult> {
  const found = await scope.unlockables.find(request.workId);
  if (!found || (request.by === 'tokens' && found.tokens === undefined)) return { ok: false, reason: 'unknown' };
  return request.by === 'tokens'
    ? spendTokens(scope, request, { ...found, tokens: found.tokens ?? 0 })
    : claimByPass(scope, request, found);
}

async function spendTokens(
  scope: LibraryScope,
  { tenantId, userId }: UnlockRequest,
  item: Unlockable & { tokens: number },
): Promise<UnlockResult> {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const now = scope.clock();
    const owned = await findOwned(scope, userId, item.productId);
    const read = await scope.wallets.find(userId);
    if (owned) return { ok: true, right: owned, balance: balanceOf(read.wallet, now.toISOString()) };
    const until = new Date(now.getTime() + reservedMinutes * 60_000).toISOString();
    const wish = { subject: item.productId, tokens: item.tokens, now: now.toISOString(), until };
    const reserved = reserve(read.wallet, wish);
    if (!reserved.ok) return reserved;
    const held = read.wallet.reservations.some(({ subject }) => subject === item.productId);
    if (!held && (await scope.wallets.save(userId, read, reserved.wallet)) === 'stale') {
      await pause(attempt);
      continue;
    }
    const given = await give(scope, { tenantId, userId, item });
    if (given) return given;
    await pause(attempt);
  }
  return { ok: false, reason: 'busy' };
}

/** The tokens that were set aside become the right, in one write; undefined where somebody else was faster. */
async function give(
  scope: LibraryScope,
  { tenantId, userId, item }: { tenantId: TenantId; userId: string; item: Unlockable },
): Promise<UnlockResult | undefined> {
  const now = scope.clock().toISOString();
  const read = await scope.wallets.find(userId);
  const reservation = read.wallet.reservations.find(({ subject }) => subject === item.productId);
  const spent = commit(read.wallet, item.productId, now);
  const lot = read.wallet.lots.find(({ lotId }) => lotId === reservation?.parts[0]?.lotId);
  if (!spent.ok || !lot) return undefined;
  const lineId = `${lot.lotId}u${spent.spend}`;
  // The order the tokens came with: its receipt is this right's, too.
  const from = { lineId, orderId: lot.orderId, grantedAt: now };
  const right: EntitlementRecord = { ...rightTo(item, { tenantId, userId }, from), via: 'tokens' };
  if ((await scope.wallets.save(userId, read, spent.wallet, right)) === 'stale') return undefined;
  return { ok: true, right, balance: balanceOf(spent.wallet, now) };
}

async function claimByPass(
  scope: LibraryScope,
  { tenantId, userId }: UnlockRequest,
  item: Unlockable,
): Promise<UnlockResult> {
  const now = scope.clock();
  const all = await scope.entitlements.list(userId);
  const pass = all.find(
    (right) => right.via === undefined && item.passes.includes(right.line.workId) && stateAt(right, now) === 'granted',
  );
  if (!pass) return { ok: false, reason: 'no-pass' };
  const lineId = `${pass.lineId}p${shortHash(item.productId)}`;
  const from = { lineId, orderId: pass.orderId, grantedAt: now.toISOString() };
  const right: EntitlementRecord = {
    ...rightTo(item, { tenantId, userId }, from),
    via: 'pass',
    pass: { productId: pass.productId, lineId: pass.lineId },
  };
  const kept = await scope.entitlements.keep(right);
  const { wallet } = await scope.wallets.find(userId);
  return { ok: true, right: kept, balance: balanceOf(wallet, now.toISOString()) };
}

/** A right of one's own: what a pass lends does not count. */
async function findOwned({ entitlements, clock }: LibraryScope, userId: string, productId: string) {
  const all = await entitlements.list(userId);
  return all.find(
    (right) => right.productId === productId && right.via !== 'pass' && stateAt(right, clock()) === 'granted',
  );
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

const pause = (attempt: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt));

const rightTo = (
  { productId, line }: Unlockable,
  owner: { tenantId: TenantId; userId: string },
  from: Pick<EntitlementRecord, 'lineId' | 'orderId' | 'grantedAt'>,
) => ({
  ...owner,
  ...from,
  productId,
  entitlementId: entitlementIdOf(from.lineId),
  state: 'granted' as const,
  line: { ...line, id: from.lineId },
});
