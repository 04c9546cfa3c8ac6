import type { Job, Outcome } from './job.ts';
import { runPurchases } from './run-purchases.ts';
import { runRequests } from './run-requests.ts';
import { scenarios } from './scenarios.ts';

/** The load generator as a process of its own, so that its CPU is not the shop's. Takes one job, answers, ends. */
process.once('message', (job: Job) => {
  const scenario = scenarios.find(({ name }) => name === job.scenario);
  const running: Promise<Outcome> = scenario ? runRequests(scenario, job) : runPurchases(job);
  running.then(
    (outcome) => process.send?.(outcome, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
