import type { CodeRefusal } from '@tessera/contracts/api/discounts.ts';
import { conflict, type AppError } from '../../platform/errors.ts';

/** The reason a code is refused for, by name. Another tenant's code is refused as unknown. */
export const codeRefused = (why: CodeRefusal): AppError => conflict(`code_${why.replaceAll('-', '_')}`, messages[why]);

const messages: Readonly<Record<CodeRefusal, string>> = {
  unknown: 'There is no such code.',
  expired: 'This code has expired.',
  'not-yet': 'This code is not valid yet.',
  'used-up': 'This code has been used up.',
  'used-by-you': 'You have used this code already.',
  'not-first-order': 'This code is for a first order.',
  minimum: 'The cart does not reach what this code asks.',
  'not-these': 'This code is not for what is in the cart.',
  'other-currency': 'This code does not count in this currency.',
  'not-combinable': 'This code does not go together with the other discounts.',
};
