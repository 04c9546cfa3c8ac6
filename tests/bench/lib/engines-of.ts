import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { resolveLocalhostNames } from '../../../backend/local/runtime/localhost-lookup.ts';
import type { Shop } from './shop.ts';

type Env = Shop['env'];

const connectionOf = (env: Env, endpoint: string) => ({
  endpoint: env[endpoint] ?? '',
  region: env['AWS_REGION'] ?? '',
  credentials: { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '' },
});

/** The running platform's table. */
export const tableOf = (env: Env) => ({
  client: new DynamoDBClient(connectionOf(env, 'AWS_ENDPOINT_URL_DYNAMODB')),
  tableName: env['TABLE_NAME'] ?? '',
});

/** The running platform's bucket of releases. */
export function releasesOf(env: Env) {
  resolveLocalhostNames();
  return {
    client: new S3Client({
      ...connectionOf(env, 'AWS_ENDPOINT_URL_S3'),
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    }),
    bucket: env['RELEASES_BUCKET'] ?? '',
  };
}
