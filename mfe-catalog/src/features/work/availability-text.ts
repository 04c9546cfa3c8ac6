import type { Product } from '@tessera/contracts/api/catalog.ts';
import type { Text } from '../../shared/text.ts';

/** "Only 3 left". */
export function availabilityText(t: Text, { state, left }: Product['availability']): string {
  if (state === 'low' && left === undefined) return t('work.availability.lowUnknown');
  return t(`work.availability.${state}`, { n: left ?? 0 });
}
