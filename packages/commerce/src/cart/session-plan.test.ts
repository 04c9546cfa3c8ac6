import { expect, test } from 'vitest';
import { planSession, subscriptionLimits } from './session-plan.ts';

const once = {};
const monthly = { interval: 'month' } as const;
const yearly = { interval: 'year' } as const;
const times = <T>(n: number, line: T): T[] => Array.from({ length: n }, () => line);

test.each([
  [[], { ok: true, mode: 'payment' }],
  [times(50, once), { ok: true, mode: 'payment' }],
  [[monthly], { ok: true, mode: 'subscription', interval: 'month' }],
  [[once, yearly], { ok: true, mode: 'subscription', interval: 'year' }],
  [[monthly, yearly], { ok: false, reason: 'mixed-intervals' }],
  [[monthly, ...times(subscriptionLimits.once, once)], { ok: true, mode: 'subscription', interval: 'month' }],
  [[monthly, ...times(subscriptionLimits.once + 1, once)], { ok: false, reason: 'too-many-lines' }],
  [times(subscriptionLimits.recurring, monthly), { ok: true, mode: 'subscription', interval: 'month' }],
  [times(subscriptionLimits.recurring + 1, monthly), { ok: false, reason: 'too-many-lines' }],
])('case %#', (lines, expected) => {
  expect(planSession(lines)).toEqual(expected);
});
