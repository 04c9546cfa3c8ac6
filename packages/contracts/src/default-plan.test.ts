import { expect, it } from 'vitest';
import { firstStepOf } from './default-plan.ts';

const plan = [5, 25, 50].map((percent) => ({ percent, minutes: 10, views: 50 }));

it.each([
  [0, 0],
  [5, 0],
  [6, 1],
  [50, 2],
  [80, 2],
])('at %i %% a plan begins with step %i', (percent, step) => {
  expect(firstStepOf(plan, percent)).toBe(step);
});
