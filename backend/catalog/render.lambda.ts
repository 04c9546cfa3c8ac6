import { createS3Client } from '../platform/clients.ts';
import { systemClock } from '../platform/clock.ts';
import { observeInvocation } from '../platform/lambda.ts';
import { createEntryStore } from '../platform/render-store.ts';
import { createRenderer } from '../platform/render.ts';
import { createTelemetry } from '../platform/telemetry.ts';
import type { Context } from 'aws-lambda';
import { createCatalogFromEnv } from './create-from-env.ts';

const telemetry = createTelemetry('catalog-render');
const { app, tenantKeys } = createCatalogFromEnv(telemetry);
const render = createRenderer({
  app,
  tenantKeys,
  entryFile: createEntryStore(createS3Client(telemetry.tracer)),
  clock: systemClock,
});

export const handler = (event: unknown, context: Context) => observeInvocation(telemetry, context, () => render(event));
