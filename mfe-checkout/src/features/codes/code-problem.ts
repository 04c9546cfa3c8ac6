import type { CodeRefusal } from '@tessera/contracts/api/discounts.ts';
import type { Problem } from '@tessera/contracts/http.ts';

/** Why a code was not taken, or not taken out; the page has the words. */
export type CodeProblem = CodeRefusal | 'empty' | 'too-many' | 'stale' | 'slow' | 'offline' | 'failed';

const byCode: Readonly<Record<string, CodeProblem>> = {
  code_unknown: 'unknown',
  code_expired: 'expired',
  code_not_yet: 'not-yet',
  code_used_up: 'used-up',
  code_used_by_you: 'used-by-you',
  code_not_first_order: 'not-first-order',
  code_minimum: 'minimum',
  code_not_these: 'not-these',
  code_other_currency: 'other-currency',
  code_not_combinable: 'not-combinable',
  cart_empty: 'empty',
  too_many_codes: 'too-many',
  cart_version_stale: 'stale',
};

export function reasonOf({ code, status }: Pick<Problem, 'code' | 'status'>): CodeProblem {
  const known = byCode[code];
  if (known) return known;
  return status === 429 ? 'slow' : 'failed';
}
