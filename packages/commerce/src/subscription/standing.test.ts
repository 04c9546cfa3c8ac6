import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';

const period = {
  periodStart: '2026-01-01T00:00:00.000Z',
  periodEnd: '2026-02-01T00:00:00.000Z',
  endsWithPeriod: false,
};

test.each([
  ['active', false, 'active', 'granted', '2026-02-04T00:00:00.000Z'],
  ['active', true, 'ending', 'granted', '2026-02-01T00:00:00.000Z'],
  ['past_due', false, 'past_due', 'granted', '2026-01-04T00:00:00.000Z'],
  ['unpaid', false, 'past_due', 'suspended', '2026-01-04T00:00:00.000Z'],
  ['ended', true, 'ended', 'revoked', '2026-02-01T00:00:00.000Z'],
] as const)('%s, ending: %s', (status, endsWithPeriod, state, entitlement, validUntil) => {
  expect(standingOf({ ...period, status, endsWithPeriod })).toEqual({ state, entitlement, validUntil });
});
