import { toPriceText } from '../import/price-input.ts';
import type { Discount } from './types.ts';

/** The form as it is typed. Sums are by currency. */
export interface DiscountValues {
  name: string;
  method: Discount['method'];
  code: string;
  kind: Discount['rule']['offer']['kind'];
  percent: string;
  amounts: Readonly<Record<string, string>>;
  buy: string;
  get: string;
  scope: Discount['rule']['scope']['kind'];
  ids: string;
  kinds: readonly string[];
  from: string;
  until: string;
  quantity: string;
  subtotals: Readonly<Record<string, string>>;
  combinable: boolean;
  priority: string;
  oncePerCustomer: boolean;
  firstOrderOnly: boolean;
  cap: string;
  forever: boolean;
}

export const newDiscount = (now: Date): DiscountValues => ({
  ...{ name: '', method: 'code', code: '', kind: 'percent', percent: '', amounts: {}, buy: '2', get: '1' },
  ...{ scope: 'order', ids: '', kinds: [], from: toLocal(now.toISOString()), until: '', quantity: '', subtotals: {} },
  ...{ combinable: true, priority: '0', oncePerCustomer: false, firstOrderOnly: false, cap: '', forever: false },
});

/** A discount that is there, to be changed. */
export function valuesOf({ method, code = '', rule }: Discount): DiscountValues {
  const { offer, scope, minimum } = rule;
  return {
    ...{ name: rule.name, method, code, kind: offer.kind, scope: scope.kind },
    percent: 'percent' in offer ? offer.percent : '',
    amounts: offer.kind === 'amount' ? byCurrency(offer.amounts) : {},
    buy: offer.kind === 'buy-x-get-y' ? String(offer.buy) : '2',
    get: offer.kind === 'buy-x-get-y' ? String(offer.get) : '1',
    ids: 'ids' in scope ? scope.ids.join(', ') : '',
    kinds: scope.kind === 'kinds' ? scope.kinds : [],
    from: toLocal(rule.validFrom),
    until: rule.validUntil === undefined ? '' : toLocal(rule.validUntil),
    quantity: minimum.quantity === undefined ? '' : String(minimum.quantity),
    subtotals: byCurrency(minimum.subtotals),
    combinable: rule.combinable,
    priority: String(rule.priority),
    oncePerCustomer: rule.oncePerCustomer,
    firstOrderOnly: rule.firstOrderOnly,
    cap: rule.cap === undefined ? '' : String(rule.cap),
    forever: rule.renewals === 'forever',
  };
}

const byCurrency = (sums: readonly { amountMinor: string; currency: string }[]): Record<string, string> =>
  Object.fromEntries(sums.map(({ amountMinor, currency }) => [currency, toPriceText(amountMinor, currency)]));

/** An instant in the clock of who reads it, as `datetime-local` takes it. */
export function toLocal(instant: string): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
