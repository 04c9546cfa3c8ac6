import { createS3Client } from '../platform/clients.ts';
import { readEnv } from '../platform/env.ts';
import { toStreamingHandler } from '../platform/lambda.ts';
import { createTelemetry } from '../platform/telemetry.ts';
import { createFilesApp } from './app.ts';
import { env as shape } from './env.ts';
import { createS3FileStore } from './file-store.s3.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('files');
const app = createFilesApp({
  files: createS3FileStore({ client: createS3Client(telemetry.tracer), bucket: env.RELEASES_BUCKET }),
  failed: (error) => telemetry.logger.error('file not read', { error }),
});

export const handler = toStreamingHandler(app, telemetry);
