import { randomUUID } from 'node:crypto';
import { accountId } from '../runtime/lambda-context.ts';
import type { Invoke, Source } from './source.ts';

/** An EventBridge schedule; a run that is still going is not joined by another. */
export function startScheduleSource(options: {
  functionName: string;
  everyMs: number;
  region: string;
  invoke: Invoke;
}): Source {
  let running: Promise<unknown> | undefined;
  const run = (): void => {
    running ??= options
      .invoke(options.functionName, toScheduledEvent(options.functionName, options.region, new Date()))
      .finally(() => (running = undefined));
  };
  const timer = setInterval(run, options.everyMs);
  return {
    nudge: run,
    stop() {
      clearInterval(timer);
      return Promise.resolve();
    },
  };
}

const toScheduledEvent = (name: string, region: string, now: Date): object => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: accountId,
  time: `${now.toISOString().slice(0, 19)}Z`,
  region,
  resources: [`arn:aws:events:${region}:${accountId}:rule/${name}`],
  detail: {},
});
