import type { App, Environment, Stack } from 'aws-cdk-lib';
import type { Cloud } from './cloud.ts';
import { groupIntoStacks, isWorker } from './deployed-functions.ts';
import { grantsOf } from './grants/of-function.ts';
import { needsEdge } from './grants/shop-hosts.ts';
import { SliceStack } from './stacks/slice.ts';
import { WorkerStack } from './stacks/worker.ts';

interface Common {
  cloud: Cloud;
  env: Environment;
}

/** A stack for each slice. Answers the hosts of those that have a URL of their own. */
export function createSlices(app: App, { cloud, env, apiId }: Common & { apiId: string }): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const [name, specs] of groupIntoStacks()) {
    if (specs.some(isWorker)) continue;
    const { urlHost } = new SliceStack(app, `tessera-${name}`, { env, cloud, specs, apiId });
    if (urlHost !== undefined) urls[name] = urlHost;
  }
  return urls;
}

/** A stack for each worker; one that adds hosts to the edge comes after it. */
export function createWorkers(app: App, { cloud, env, edge }: Common & { edge: Stack }): void {
  for (const [name, specs] of groupIntoStacks()) {
    if (!specs.every(isWorker)) continue;
    const stack = new WorkerStack(app, `tessera-${name}`, { env, cloud, specs });
    if (specs.some((spec) => needsEdge(grantsOf[spec.name]))) stack.addStackDependency(edge);
  }
}
