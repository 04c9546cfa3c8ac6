import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Cloud } from '../cloud.ts';
import { createApiRoutes } from '../constructs/api-routes.ts';
import { createSliceVersions, createVersionRoutes } from '../constructs/slice-versions.ts';
import { createFunction } from '../constructs/create-function.ts';
import { createStreamingUrl } from '../constructs/streaming-url.ts';
import type { RegionalFunctionSpec } from '../deployed-functions.ts';

interface SliceProps extends StackProps {
  cloud: Cloud;
  specs: readonly RegionalFunctionSpec[];
  apiId: string;
}

/** One slice: its function behind the API or behind a URL of its own, and its render function. Deployable alone. */
export class SliceStack extends Stack {
  /** Where the edge finds it, if not at the API. */
  readonly urlHost: string | undefined;

  constructor(scope: Construct, id: string, { cloud, specs, apiId, ...props }: SliceProps) {
    super(scope, id, props);
    for (const spec of specs) {
      const fn = createFunction(this, spec, cloud);
      const versions = createSliceVersions(fn, cloud);
      if (spec.kind === 'api') createApiRoutes(fn, apiId);
      if (spec.kind === 'api' && versions.size > 0) createVersionRoutes(fn, apiId, versions);
      if (spec.kind === 'stream-url') this.urlHost = createStreamingUrl(fn);
    }
  }
}
