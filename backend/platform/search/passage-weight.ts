import type { PassageHit } from './port.ts';

/** Meaning counts most; words decide among passages that mean much the same. */
export const passageWeight = ({ similarity, textScore }: Pick<PassageHit, 'similarity' | 'textScore'>): number =>
  0.7 * (similarity ?? 0) + 0.3 * textScore;
