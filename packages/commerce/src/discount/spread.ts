import { allocate } from '../money/allocate.ts';
import { chargeStep } from '../money/charge-step.ts';
import type { OpenLine } from './offer-kind.ts';

/**
 * Takes a sum off lines in proportion to what is left of each: whole chargeable steps, largest remainder first, the smaller id first
 * among equals. The shares sum to what was taken, which is the sum or all that is left.
 */
export function spread(totalMinor: bigint, lines: readonly OpenLine[], currency: string): Map<string, bigint> {
  const step = chargeStep(currency);
  const sorted = lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const weights = sorted.map(({ leftMinor }) => leftMinor / step);
  const most = weights.reduce((sum, weight) => sum + weight, 0n);
  const wanted = totalMinor / step;
  const parts = allocate(wanted < most ? wanted : most, weights);
  return new Map(sorted.map(({ id }, index) => [id, (parts[index] ?? 0n) * step]));
}
