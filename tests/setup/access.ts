import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { createSigner, type Signer } from '../../backend/composition/signing.ts';
import { loadSecrets, names, region, type Secrets } from '../../backend/local/environment.ts';
import { resolveLocalhostNames } from '../../backend/local/runtime/localhost-lookup.ts';
import type { Table } from '../../backend/table/client.ts';

export interface Access {
  secrets: Secrets;
  table: Table;
  s3: { client: S3Client; bucket: string };
  signer: Signer;
}

export interface AccessGrant {
  port: number;
  stateDir: string;
  dynamo: string;
}

/** Names the run's own platform to the workers that will run the journeys. */
export function grantAccess({ port, stateDir, dynamo }: AccessGrant): void {
  process.env['TESSERA_PORT'] = String(port);
  process.env['TESSERA_TEST_STATE'] = stateDir;
  process.env['TESSERA_TEST_DYNAMO'] = dynamo;
}

/** Whether the platform is the run's own, so that releases can be published and secrets be used. */
export const hasAccess = (): boolean => process.env['TESSERA_TEST_STATE'] !== undefined;

export const noAccess = 'TESSERA_PORT names a platform that runs already, whose secrets and table are its own';

let access: Access | undefined;

/** What only the platform's operator holds: its table, its buckets, its keys. */
export function requireAccess(): Access {
  access ??= open();
  return access;
}

function open(): Access {
  const [stateDir, dynamo] = [process.env['TESSERA_TEST_STATE'], process.env['TESSERA_TEST_DYNAMO']];
  if (!stateDir || !dynamo) throw new Error(noAccess);
  resolveLocalhostNames();
  const secrets = loadSecrets(stateDir);
  const credentials = { accessKeyId: secrets.awsAccessKeyId, secretAccessKey: secrets.awsSecretAccessKey };
  const s3 = new S3Client({
    endpoint: `http://s3.localhost:${process.env['TESSERA_PORT']}`,
    region,
    credentials,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  return {
    secrets,
    table: { client: new DynamoDBClient({ endpoint: dynamo, region, credentials }), tableName: names.table },
    s3: { client: s3, bucket: names.releasesBucket },
    signer: createSigner(secrets.releaseSigningKey),
  };
}
