import type { CodeRefusal, DiscountRule, DiscountScope } from '@tessera/contracts/api/discounts.ts';
import type { DiscountContext, DiscountLine } from './discount.ts';
import { refusalOf } from './offers.ts';

/** Why a rule does not count for these lines at this moment; undefined where it does. */
export function ineligible(
  rule: DiscountRule,
  lines: readonly DiscountLine[],
  { currency, at }: DiscountContext,
): CodeRefusal | undefined {
  const now = Date.parse(at);
  if (now < Date.parse(rule.validFrom)) return 'not-yet';
  if (rule.validUntil !== undefined && now >= Date.parse(rule.validUntil)) return 'expired';
  const concerned = lines.filter((line) => concerns(rule.scope, line));
  if (concerned.length === 0) return 'not-these';
  if (!reachesMinimum(rule.minimum, concerned, currency)) return 'minimum';
  return refusalOf(rule.offer, concerned, currency);
}

export function concerns(scope: DiscountScope, line: DiscountLine): boolean {
  switch (scope.kind) {
    case 'order':
      return true;
    case 'products':
      return scope.ids.includes(line.id);
    case 'works':
      return scope.ids.includes(line.workId);
    case 'kinds':
      return scope.kinds.some((kind) => kind === line.kind);
  }
}

function reachesMinimum(
  { quantity = 0, subtotals }: DiscountRule['minimum'],
  lines: readonly DiscountLine[],
  currency: string,
): boolean {
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
  const subtotal = lines.reduce((sum, line) => sum + line.unitMinor * BigInt(line.quantity), 0n);
  const wanted = subtotals.find((sum) => sum.currency === currency)?.amountMinor ?? '0';
  return pieces >= quantity && subtotal >= BigInt(wanted);
}
