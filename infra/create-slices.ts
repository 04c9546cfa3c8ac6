import type { App, Environment } from 'aws-cdk-lib';
import type { Cloud } from './cloud.ts';
import { groupIntoStacks, isWorker } from './deployed-functions.ts';
import { SliceStack } from './stacks/slice.ts';
import { WorkerStack } from './stacks/worker.ts';

/** A stack for each slice and each worker. Answers the hosts of the functions that have a URL of their own. */
export function createSlices(
  app: App,
  { cloud, env, apiId }: { cloud: Cloud; env: Environment; apiId: string },
): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const [name, specs] of groupIntoStacks()) {
    if (specs.every(isWorker)) {
      new WorkerStack(app, `tessera-${name}`, { env, cloud, specs });
      continue;
    }
    const { urlHost } = new SliceStack(app, `tessera-${name}`, { env, cloud, specs, apiId });
    if (urlHost !== undefined) urls[name] = urlHost;
  }
  return urls;
}
