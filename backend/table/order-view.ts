import { OrderLineView, Renewal, type OrderView } from '@tessera/contracts/api/checkout.ts';
import type { MoneyWire } from '@tessera/contracts/money.ts';
import type { OrderRecord } from './order-record.ts';
import type { RefundRecord } from './refund-record.ts';

/** What buyer and shop are told of an order. */
export function toOrderView(order: OrderRecord, refunds: readonly RefundRecord[] = []): OrderView {
  const { frozen, currency } = order;
  const money = (amountMinor: string): MoneyWire => ({ amountMinor, currency });
  const given = refunds.filter(({ state }) => state === 'succeeded');
  return {
    id: order.orderId,
    number: order.number,
    state: order.state,
    placedAt: order.placedAt,
    email: order.email,
    lines: frozen.lines.map((line) => ({
      ...OrderLineView.parse(line),
      ...(line.discountMinor === undefined ? {} : { discount: money(line.discountMinor) }),
    })),
    totals: {
      subtotal: money(frozen.subtotalMinor),
      discount: money(frozen.discountMinor),
      delivery: money(frozen.deliveryMinor),
      tax: money(frozen.taxMinor),
      total: money(order.totalMinor),
      taxLines: frozen.taxLines,
      taxDisplay: frozen.priceMode,
      estimated: false,
    },
    ...(frozen.discounts === undefined
      ? {}
      : {
          discounts: frozen.discounts.map(({ discountId, name, code, amountMinor, freeDelivery }) => ({
            ...{ id: discountId, name, freeDelivery },
            ...(code === undefined ? {} : { code }),
            amount: money(amountMinor),
          })),
        }),
    address: frozen.address,
    ...(order.invoiceNumber === undefined ? {} : { invoiceNumber: order.invoiceNumber }),
    ...(given.length === 0 ? {} : { givenBack: given.map(toGivenBack) }),
    ...(frozen.renewal === undefined ? {} : { renewal: Renewal.parse(frozen.renewal) }),
    ...(frozen.renewalOf === undefined ? {} : { renewalOf: frozen.renewalOf }),
    timeline: order.timeline,
  };
}

const toGivenBack = ({ amountMinor, currency, settledAt, requestedAt, creditNoteNumber }: RefundRecord) => ({
  amount: { amountMinor, currency },
  at: settledAt ?? requestedAt,
  ...(creditNoteNumber === undefined ? {} : { creditNoteNumber }),
});
