import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Cloud } from '../cloud.ts';
import { createFunction } from '../constructs/create-function.ts';
import { connectEventSource } from '../constructs/event-source.ts';
import type { RegionalFunctionSpec } from '../deployed-functions.ts';

interface WorkerProps extends StackProps {
  cloud: Cloud;
  specs: readonly RegionalFunctionSpec[];
}

/** One worker and what it takes its work from. Deployable alone. */
export class WorkerStack extends Stack {
  constructor(scope: Construct, id: string, { cloud, specs, ...props }: WorkerProps) {
    super(scope, id, props);
    for (const spec of specs) connectEventSource(createFunction(this, spec, cloud), cloud);
  }
}
