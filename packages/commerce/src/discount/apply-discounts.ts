import type { CodeRefusal } from '@tessera/contracts/api/discounts.ts';
import {
  noDiscounts,
  type AppliedDiscount,
  type DiscountCandidate,
  type DiscountContext,
  type DiscountLine,
  type DiscountOutcome,
} from './discount.ts';
import { concerns, ineligible } from './eligible.ts';
import { reduce } from './offers.ts';

/** Each one claims a few items in the transaction that places the order, which takes a hundred. */
export const maxTogether = 10;

/**
 * What these discounts take off these lines. All that combine go together, one after the other by priority, each off what the former
 * left; one that doesn't stands alone. Of these possibilities the one counts that takes most off; among equals the one of more
 * discounts, then the one of higher priority, then of the smaller id. Neither the order of lines nor of candidates matters.
 */
export function applyDiscounts(
  lines: readonly DiscountLine[],
  candidates: readonly DiscountCandidate[],
  context: DiscountContext,
): DiscountOutcome {
  if (candidates.length === 0) return noDiscounts;
  const judged = candidates.map((candidate) => ({
    candidate,
    reason: ineligible(candidate.rule, lines, context),
  }));
  const open = judged
    .flatMap(({ candidate, reason }) => (reason ? [] : [candidate]))
    .toSorted(byPriority)
    .filter(({ discountId }, index, all) => all.findIndex((other) => other.discountId === discountId) === index);
  const together = open.filter(({ rule }) => rule.combinable).slice(0, maxTogether);
  const alone = open.filter(({ rule }) => !rule.combinable).map((candidate) => [candidate]);
  const best = [together, ...alone]
    .map((set) => reckon(lines, set, context.currency))
    .reduce((first, next) => (isBetter(next, first) ? next : first));
  const used = new Set(best.applied.map(({ discountId, code }) => keyOf(discountId, code)));
  const refused = judged.flatMap(({ candidate: { discountId, code }, reason }) =>
    code === undefined || used.has(keyOf(discountId, code)) ? [] : [{ code, reason: reason ?? notTogether }],
  );
  return { ...best, refused };
}

/** What these rules take off, whatever asks for them: a renewal's share of what was agreed. */
export function reckon(
  lines: readonly DiscountLine[],
  set: readonly DiscountCandidate[],
  currency: string,
): DiscountOutcome {
  const left = new Map(lines.map(({ id, unitMinor, quantity }) => [id, unitMinor * BigInt(quantity)]));
  const applied: AppliedDiscount[] = [];
  for (const candidate of set) {
    const { offer, scope } = candidate.rule;
    const concerned = lines
      .filter((line) => concerns(scope, line))
      .map((line) => ({ ...line, leftMinor: left.get(line.id) ?? 0n }));
    const shares = new Map([...reduce(offer, concerned, currency)].filter(([, minor]) => minor > 0n));
    for (const [id, minor] of shares) left.set(id, (left.get(id) ?? 0n) - minor);
    const amountMinor = sum(shares.values());
    const freeDelivery = offer.kind === 'free-delivery';
    if (amountMinor > 0n || freeDelivery) applied.push({ ...candidate, shares, amountMinor, freeDelivery });
  }
  const lineMinor = new Map<string, bigint>();
  for (const { shares } of applied)
    for (const [id, minor] of shares) lineMinor.set(id, (lineMinor.get(id) ?? 0n) + minor);
  return {
    applied,
    lineMinor,
    totalMinor: sum(lineMinor.values()),
    freeDelivery: applied.some(({ freeDelivery }) => freeDelivery),
    refused: [],
  };
}

const notTogether: CodeRefusal = 'not-combinable';

const isBetter = (a: DiscountOutcome, b: DiscountOutcome): boolean =>
  a.totalMinor === b.totalMinor ? a.applied.length > b.applied.length : a.totalMinor > b.totalMinor;

const byPriority = (a: DiscountCandidate, b: DiscountCandidate): number =>
  b.rule.priority - a.rule.priority || (keyOf(a.discountId, a.code) < keyOf(b.discountId, b.code) ? -1 : 1);

const keyOf = (discountId: string, code: string | undefined): string => `${discountId} ${code ?? ''}`;

const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((all, amount) => all + amount, 0n);
