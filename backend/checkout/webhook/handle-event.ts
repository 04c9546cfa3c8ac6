import { TenantId } from '@tessera/contracts/ids.ts';
import type { ScopeOf } from '../deps.ts';
import { reconcile } from '../payment/reconcile.ts';
import type { Inbox } from './inbox.ts';

/** An event is a hint to look: the order is brought to what the payment says now. Marked handled on success only. */
export async function handlePaymentEvent(
  eventId: string,
  { inbox, scopeOf }: { inbox: Inbox; scopeOf: ScopeOf },
): Promise<void> {
  const entry = await inbox.find(eventId);
  if (!entry || entry.handledAt !== undefined) return;
  if (entry.tenantId !== undefined && entry.orderId !== undefined) {
    const scope = scopeOf(TenantId.parse(entry.tenantId));
    if (!(await reconcile(scope, entry.orderId)))
      throw new Error(`order ${entry.orderId} of event ${eventId} is not there yet`);
  }
  await inbox.markHandled(eventId);
}
