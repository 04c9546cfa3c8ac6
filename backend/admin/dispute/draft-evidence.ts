import type { DisputeEvidence } from '../../table/dispute-record.ts';
import { entitlementIdOf } from '../../table/entitlement-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';

/** How often a right's file was fetched, and when the last time of these began. */
export interface Access {
  entitlementId: string;
  uses: number;
  lastAt: string;
}

/** What an order and its access log say for the shop, to be gone over by a person before the bank reads it. */
export function draftEvidence(order: OrderRecord, accesses: readonly Access[]): DisputeEvidence {
  const { frozen, email, number, placedAt, invoiceNumber } = order;
  const { address, shop, lines } = frozen;
  const paidAt = order.paidAt ?? placedAt;
  const town = [address.postalCode, address.city, address.region].filter(Boolean).join(' ');
  return {
    customerName: address.name,
    customerEmail: email,
    billingAddress: [address.line1, address.line2, town, address.country].filter(Boolean).join(', '),
    productDescription: lines
      .map(({ quantity, title, productTitle, makers }) => `${quantity} × ${title} (${productTitle}) by ${makers}`)
      .join('\n'),
    serviceDate: dayOf(paidAt),
    accessLog: lines.flatMap(({ id, title }) => logOf(title, accesses, entitlementIdOf(id))).join('\n'),
    text: [
      `${address.name} (${email}) placed order ${number} at ${shop.name} (${shop.legalName}) on ${dayOf(placedAt)}, signed in to an account of their own.`,
      'The licence and the terms of sale were accepted before payment; the order cannot be placed without.',
      `The payment was received on ${dayOf(paidAt)} and the goods were made available at once${invoiceNumber ? `; invoice ${invoiceNumber} was issued` : ''}.`,
    ].join('\n'),
  };
}

const logOf = (title: string, accesses: readonly Access[], entitlementId: string): string[] =>
  accesses
    .filter((access) => access.entitlementId === entitlementId)
    .map(({ uses, lastAt }) => `${title}: fetched on ${uses} day(s), the last one beginning ${lastAt}`);

const dayOf = (at: string): string => at.slice(0, 10);
