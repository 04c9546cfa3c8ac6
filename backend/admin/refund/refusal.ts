import type { RefundRefusal } from '@tessera/commerce/refund/plan-refund.ts';
import { conflict, invalid, unreachable, type AppError } from '../../platform/errors.ts';

/** What a person is told of a refund that cannot be. */
export function toProblem(reason: RefundRefusal): AppError {
  switch (reason) {
    case 'not-paid':
      return conflict('not_paid', 'This order was not paid, so there is nothing to refund.');
    case 'disputed':
      return conflict('order_disputed', 'The payment is disputed. Nothing can be refunded until the bank has decided.');
    case 'under-review':
      return conflict('under_review', 'This payment did not fit its order and goes back by itself.');
    case 'wrong-currency':
      return invalid([{ path: 'body.amount.currency', message: 'Refund in the currency of the order.' }]);
    case 'unknown-line':
      return invalid([{ path: 'body.lines', message: 'The order has no such line.' }]);
    case 'not-positive':
      return invalid([{ path: 'body', message: 'A refund gives back something, and whole pieces.' }]);
    case 'not-chargeable':
      return invalid([{ path: 'body.amount', message: 'The currency cannot be refunded that finely.' }]);
    case 'quantity-over-left':
      return conflict('quantity_over_left', 'Fewer pieces are left to refund. Look at the order again.');
    case 'amount-over-left':
      return conflict('amount_over_left', 'Less is left to refund. Look at the order again.');
    default:
      return unreachable(reason);
  }
}
