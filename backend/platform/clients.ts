import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Tracer } from '@aws-lambda-powertools/tracer';

/*
 * SDK clients as the environment describes them: region, credentials and `AWS_ENDPOINT_URL_*` are the SDK's own names.
 * A function creates the ones it needs once, at cold start; the bundler drops the others.
 */

export const createCognitoClient = (tracer?: Tracer) => capture(new CognitoIdentityProviderClient({}), tracer);
export const createDynamoDbClient = (tracer?: Tracer) => capture(new DynamoDBClient({}), tracer);
export const createEventBridgeClient = (tracer?: Tracer) => capture(new EventBridgeClient({}), tracer);
export const createLambdaClient = (tracer?: Tracer) => capture(new LambdaClient({}), tracer);
export const createSesClient = (tracer?: Tracer) => capture(new SESv2Client({}), tracer);
export const createSqsClient = (tracer?: Tracer) => capture(new SQSClient({}), tracer);

export const createS3Client = (tracer?: Tracer) =>
  capture(
    new S3Client({
      forcePathStyle: process.env['S3_FORCE_PATH_STYLE'] === 'true',
      // The default adds a streamed checksum, whose framing not every store takes apart.
      requestChecksumCalculation: 'WHEN_REQUIRED',
    }),
    tracer,
  );

interface SdkClient {
  send: unknown;
  config: unknown;
  middlewareStack: { remove(name: string): boolean };
}

function capture<Client extends SdkClient>(client: Client, tracer: Tracer | undefined): Client {
  // It copies every request and answer for a logger that nobody has set.
  client.middlewareStack.remove('loggerMiddleware');
  return tracer?.isTracingEnabled() ? tracer.captureAWSv3Client(client as never) : client;
}
