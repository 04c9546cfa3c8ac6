import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import path from 'node:path';
import { openSigner } from '../composition/open-signer.ts';
import { createSliceRegistry } from '../composition/registry/slice-registry.ts';
import { versionedSlices } from '../functions.ts';
import type { Table } from '../table/client.ts';
import { names, region } from './environment.ts';
import type { Identity } from './identity/identity.ts';
import { startPlatform, type Platform } from './platform.ts';
import { publishAll } from './publish.ts';
import { seedTenants } from './seed/content/tenants.ts';
import { openWorkshop } from './seed/make/workshop.ts';
import { seedTenant } from './seed/seed-tenant.ts';
import { startServices } from './services.ts';

export interface CloudOptions {
  port: number;
  stateDir: string;
  /** Root of the repository: where builds and the cache of made files stand. */
  root: string;
  /** Dist folders of a tenant's front-ends, relative to the root. */
  distsOf(tenantId: string): readonly string[];
  /** Wraps each step, for showing progress. */
  step?: <T>(title: string, run: () => Promise<T>) => Promise<T>;
  environmentsPerFunction?: number;
  /** Goes over the environment that functions are given, e.g. `RATE_LIMITS`. */
  env?: Readonly<Record<string, string>>;
}

export interface Cloud {
  platform: Platform;
  identity: Identity;
  table: Table;
  s3: S3Client;
  /** Publishes what was built since, and makes it live. */
  publish(): Promise<void>;
  stop(): Promise<void>;
}

type Engines = Pick<Cloud, 'platform' | 'identity' | 'table' | 's3'>;
type Step = NonNullable<CloudOptions['step']>;

/** The whole product on one machine: platform, services, three seeded shops with their releases. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const step = options.step ?? ((_, run) => run());
  let identity: Identity | undefined;
  const platform = await step('Start the embedded cloud', () =>
    startPlatform({
      port: options.port,
      stateDir: options.stateDir,
      ...(options.environmentsPerFunction && { environmentsPerFunction: options.environmentsPerFunction }),
      ...(options.env && { env: options.env }),
      async services(base) {
        const tenants = seedTenants.map(({ profile }) => ({
          id: profile.id,
          name: profile.name,
          theme: profile.theme,
        }));
        const services = await startServices(base, { tenants, env: process.env });
        identity = services.identity;
        return services;
      },
    }),
  );
  try {
    if (!identity) throw new Error('sign-in did not start');
    const engines = { platform, identity, ...clientsOf(platform) };
    await seedAll(engines, options, step);
    await publishBuilds(engines, options, step);
    return { ...engines, publish: () => publishBuilds(engines, options, step), stop: () => platform.stop() };
  } catch (error) {
    await platform.stop();
    throw error;
  }
}

async function seedAll(cloud: Engines, options: CloudOptions, step: Step): Promise<void> {
  const workshop = await openWorkshop(path.join(options.root, '.cache', 'media'));
  try {
    for (const tenant of seedTenants)
      await step(`Seed ${tenant.profile.name}`, () =>
        seedTenant(tenant, {
          ...cloud,
          workshop,
          mediaBucket: names.mediaBucket,
          assetsBucket: names.assetsBucket,
          markerFile: path.join(options.stateDir, `seeded-${tenant.profile.id}`),
        }),
      );
  } finally {
    await workshop.close();
  }
}

async function publishBuilds({ platform, table, s3 }: Engines, options: CloudOptions, step: Step): Promise<void> {
  const kmsKey = process.env['RELEASE_SIGNING_KMS_KEY'];
  const signer = openSigner({ kmsKey, keyFile: platform.secrets.releaseSigningKey });
  const slices = createSliceRegistry(table);
  // Before the releases that name them.
  platform.slices.keep();
  await slices.announce(platform.slices.current(), new Date().toISOString());
  for (const { profile } of seedTenants)
    await step(`Publish the releases of ${profile.name}`, async () => {
      const dists = options.distsOf(profile.id).map((dist) => path.join(options.root, dist));
      const { published } = await publishAll({
        tenantId: profile.id,
        dists,
        table,
        s3,
        bucket: names.releasesBucket,
        signer,
      });
      return published === 0 ? 'unchanged' : `${published} new`;
    });
  platform.slices.retain(await slices.neededRefs(Object.keys(versionedSlices)));
  await platform.refresh();
}

function clientsOf({ engines, secrets, env }: Platform): { table: Table; s3: S3Client } {
  const credentials = { accessKeyId: secrets.awsAccessKeyId, secretAccessKey: secrets.awsSecretAccessKey };
  const dynamo = new DynamoDBClient({ endpoint: engines.dynamo.endpoint, region, credentials });
  const s3 = new S3Client({
    endpoint: env['AWS_ENDPOINT_URL_S3'] ?? '',
    region,
    credentials,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  return { table: { client: dynamo, tableName: names.table }, s3 };
}
