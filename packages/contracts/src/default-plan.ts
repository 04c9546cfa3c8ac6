import type { RolloutPlan } from './rollout.ts';

/** The plan of a rollout where none is given. */
export const defaultPlan: RolloutPlan = [
  { percent: 5, minutes: 10, views: 50 },
  { percent: 25, minutes: 10, views: 100 },
  { percent: 50, minutes: 10, views: 200 },
  { percent: 100, minutes: 10, views: 200 },
];

/**
 * Index of the step that a plan begins with where a release has `percent` of the visitors already: the first that takes
 * nobody out, else the last.
 */
export function firstStepOf(plan: RolloutPlan, percent: number): number {
  const found = plan.findIndex((step) => step.percent >= percent);
  return found < 0 ? plan.length - 1 : found;
}
