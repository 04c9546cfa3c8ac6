import { toLambdaHandler } from '../platform/lambda.ts';
import { createTelemetry } from '../platform/telemetry.ts';
import { createCatalogFromEnv } from './create-from-env.ts';

const telemetry = createTelemetry('catalog');
const { app } = createCatalogFromEnv(telemetry);

export const handler = toLambdaHandler(app, telemetry);
