import type { RolloutPlan } from './rollout.ts';

/** The plan of a rollout where none is given. */
export const defaultPlan: RolloutPlan = [
  { percent: 5, minutes: 10, views: 50 },
  { percent: 25, minutes: 10, views: 100 },
  { percent: 50, minutes: 10, views: 200 },
  { percent: 100, minutes: 10, views: 200 },
];
