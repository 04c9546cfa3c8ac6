import { CodeRefusal } from '@tessera/contracts/api/discounts.ts';
import { describe, expect, it } from 'vitest';
import { reasonOf } from './code-problem.ts';

describe('reasonOf', () => {
  it.each(CodeRefusal.options)('knows the API’s %s by its name', (reason) => {
    expect(reasonOf({ code: `code_${reason.replaceAll('-', '_')}`, status: 409 })).toBe(reason);
  });

  it('tells who guesses too often to wait, and says that anything else failed', () => {
    expect(reasonOf({ code: 'rate_limited', status: 429 })).toBe('slow');
    expect(reasonOf({ code: 'cart_version_stale', status: 412 })).toBe('stale');
    expect(reasonOf({ code: 'internal_error', status: 500 })).toBe('failed');
  });
});
