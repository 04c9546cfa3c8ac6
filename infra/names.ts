import type { QueueName } from '../backend/functions.ts';
import type { Settings } from './settings.ts';

/*
 * Physical names. What has one is reached by it, so that a stack can be deployed without asking another. They are those
 * of the local cloud, but for buckets, whose names are shared with the whole world.
 */

export const tableName = 'tessera';
export const eventBusName = 'tessera';
export const searchDomainName = 'tessera';

export type BucketPurpose = 'media' | 'assets' | 'releases' | 'uploads';
export const bucketNameOf = (purpose: BucketPurpose, { account, region }: Settings): string =>
  `tessera-${purpose}-${account}-${region}`;

/** `stream` has no queue, only what the stream consumer could not tell of. */
export const deadLetterQueueNameOf = (queue: QueueName | 'stream'): string => `${queue}-dead-letters`;

/** Filled by hand, once; see `README.md`. */
export const secretNames = {
  tenantSigning: 'tessera/tenant-signing',
  download: 'tessera/download',
  stripe: 'tessera/stripe',
  identityProviders: 'tessera/identity-providers',
} as const;
export type SecretName = keyof typeof secretNames;

export const releasePublicKeysParameter = '/tessera/release-public-keys';

/** Read by name from another region: the edge is deployed after the slices, and before who adds hosts to it. */
export const edgeStackName = 'tessera-edge';
export const edgeOutputs = {
  distributionId: 'DistributionId',
  connectionGroupId: 'ConnectionGroupId',
  hostStoreArn: 'HostsArn',
} as const;
