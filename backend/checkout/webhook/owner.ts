import { z } from 'zod';
import type { Inbox } from './inbox.ts';

/** An invoice says there whose it is. */
const InvoiceParent = z.object({
  subscription_details: z
    .object({ subscription: z.string(), metadata: z.record(z.string(), z.string()).nullish() })
    .nullish(),
});

/** The few fields that tell whose an object is; a session, an intent, a charge, a refund and a dispute all have some. */
const Traces = z.object({
  id: z.string().optional().catch(undefined),
  metadata: z.record(z.string(), z.string()).nullish().catch(undefined),
  payment_intent: z
    .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
    .nullish()
    .catch(undefined),
  parent: InvoiceParent.nullish().catch(undefined),
});

export interface Owner {
  tenantId: string;
  orderId: string;
}

/**
 * The tenant and order an object of the provider is about. The platform host has no tenant, so our own look-up of the provider's ids decides;
 * metadata is asked only where a payment is heard of before its ids were kept. Either way the order itself is held against the payment later.
 */
export async function ownerOf(object: unknown, inbox: Pick<Inbox, 'findOwner'>): Promise<Owner | undefined> {
  const { id, metadata: own, payment_intent: intent, parent } = Traces.parse(object);
  const ofInvoice = parent?.subscription_details;
  for (const providerId of [id, intent, ofInvoice?.subscription]) {
    const owner = providerId ? await inbox.findOwner(providerId) : undefined;
    if (owner) return { tenantId: owner.tenantId, orderId: owner.orderId };
  }
  const metadata = { ...ofInvoice?.metadata, ...own };
  const [tenantId, orderId] = [metadata['tenant'], metadata['order_id']];
  return tenantId && orderId ? { tenantId, orderId } : undefined;
}
