import type { WorkKind } from '@tessera/contracts/api/common.ts';

/** Product tax codes of Stripe Tax for what is sold without one being named. */
const digital: Partial<Record<WorkKind, string>> = {
  album: 'txcd_10401100',
  track: 'txcd_10401100',
  podcast: 'txcd_10401100',
  book: 'txcd_10302000',
  audiobook: 'txcd_10301000',
  film: 'txcd_10402100',
};
const electronicService = 'txcd_10000000';
const printedBook = 'txcd_35010000';
const goods = 'txcd_99999999';

export function taxCodeOf(kind: WorkKind, delivery: 'digital' | 'physical'): string {
  if (delivery === 'physical') return kind === 'book' ? printedBook : goods;
  return digital[kind] ?? electronicService;
}
