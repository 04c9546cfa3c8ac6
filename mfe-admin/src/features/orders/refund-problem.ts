import type { OrdersKey } from './text.ts';

const known: Readonly<Record<string, OrdersKey>> = {
  order_disputed: 'refund.problem.order_disputed',
  not_paid: 'refund.problem.not_paid',
  under_review: 'refund.problem.under_review',
  nothing_left: 'refund.problem.nothing_left',
  quantity_over_left: 'refund.problem.quantity_over_left',
  amount_over_left: 'refund.problem.amount_over_left',
  refund_changed: 'refund.problem.refund_changed',
  order_busy: 'refund.problem.order_busy',
  unreachable: 'refund.offline',
};

/** Why a refund cannot be. */
export const refundProblem = (code: string): OrdersKey => known[code] ?? 'refund.problem.other';
