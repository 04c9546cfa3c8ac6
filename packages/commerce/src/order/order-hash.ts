/** What a payment is held against: if any of it changes, so does the hash. */
export interface HashedOrder {
  tenantId: string;
  orderId: string;
  currency: string;
  totalMinor: bigint;
  taxMinor: bigint;
  /** What each renewal charges, where there is one. */
  renewalMinor?: bigint;
  lines: readonly {
    id: string;
    productId: string;
    quantity: number;
    unitMinor: bigint;
    /** Taken off the line; absent where nothing is. */
    discountMinor?: bigint;
  }[];
}

/** SHA-256 over the frozen order, hex. It travels in the payment's metadata and comes back with the money. */
export async function orderHash(order: HashedOrder): Promise<string> {
  const canonical = JSON.stringify([
    order.tenantId,
    order.orderId,
    order.currency,
    order.totalMinor.toString(),
    order.taxMinor.toString(),
    order.lines.map((line) => [
      ...[line.id, line.productId, line.quantity, line.unitMinor.toString()],
      ...(line.discountMinor === undefined ? [] : [line.discountMinor.toString()]),
    ]),
    ...(order.renewalMinor === undefined ? [] : [order.renewalMinor.toString()]),
  ]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
