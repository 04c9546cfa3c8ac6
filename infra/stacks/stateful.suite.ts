import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { maxReceives, queues } from '../../backend/functions.ts';
import { tableDefinition, ttlAttribute } from '../../backend/table/definition.ts';
import { specOf } from '../deployed-functions.ts';
import { providerNames } from '../constructs/identity-providers.ts';
import { cloud, synth } from '../testing/synth.ts';

const stateful = () => cloud().templateOf('tessera-stateful');

describe('table', () => {
  test('has the keys, indexes and stream of its definition', () => {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification } = tableDefinition;
    stateful().hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      AttributeDefinitions: Match.arrayWith([...AttributeDefinitions]),
      KeySchema,
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => Match.objectLike(index)),
      StreamSpecification: { StreamViewType: StreamSpecification.StreamViewType },
      TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
      BillingMode: tableDefinition.BillingMode,
    });
  });

  test('is copied to each replica region, with that region’s key', () => {
    const recovery = { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } };
    stateful().hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      Replicas: Match.arrayWith([
        Match.objectLike({ Region: 'eu-west-1', ...recovery, DeletionProtectionEnabled: true }),
        Match.objectLike({ Region: 'eu-central-1', ...recovery, DeletionProtectionEnabled: true }),
      ]),
    });
    expect(cloud().stackNames).toContain('tessera-key-eu-west-1');
  });

  test('stands alone where no region is named', () => {
    const alone = synth({ replicaRegions: [] });
    expect(alone.stackNames.filter((name) => name.startsWith('tessera-key-'))).toEqual([]);
    const [table] = alone.resourcesOf('AWS::DynamoDB::GlobalTable');
    expect(table?.Properties['Replicas']).toHaveLength(1);
  });
});

test('buckets are private, versioned, encrypted with the data key, and over TLS only', () => {
  for (const purpose of ['media', 'assets', 'releases', 'uploads']) {
    stateful().hasResourceProperties('AWS::S3::Bucket', {
      BucketName: `tessera-${purpose}-111122223333-eu-central-1`,
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          Match.objectLike({ ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }) }),
        ],
      },
      LifecycleConfiguration: { Rules: Match.anyValue() },
    });
  }
  const policies = cloud()
    .resourcesOf('AWS::S3::BucketPolicy')
    .map(({ Properties }) => JSON.stringify(Properties));
  expect(policies).toHaveLength(5);
  for (const policy of policies) expect(policy).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
});

test('only CloudFront reads media, and nobody else is named in a bucket’s policy', () => {
  const open = cloud()
    .resourcesOf('AWS::S3::BucketPolicy')
    .map(({ Properties }) => JSON.stringify(Properties['PolicyDocument']))
    .filter((policy) => policy.includes('cloudfront.amazonaws.com'));
  expect(open).toHaveLength(1);
});

test.each(Object.entries(queues))('queue %s gets its events and gives up after some tries', (name, queue) => {
  const { timeoutMs } = specOf(queue.function);
  stateful().hasResourceProperties('AWS::SQS::Queue', {
    QueueName: name,
    VisibilityTimeout: (timeoutMs / 1000) * 6,
    RedrivePolicy: Match.objectLike({ maxReceiveCount: maxReceives }),
  });
  stateful().hasResourceProperties('AWS::SQS::Queue', { QueueName: `${name}-dead-letters` });
  const everything = queue.events.some((event) => event === '*');
  stateful().hasResourceProperties('AWS::Events::Rule', {
    Name: name,
    EventPattern: { source: ['tessera'], 'detail-type': everything ? Match.absent() : queue.events },
  });
});

test('people sign in with four other accounts too, at a hosted page', () => {
  for (const name of providerNames)
    stateful().hasResourceProperties('AWS::Cognito::UserPoolIdentityProvider', { ProviderName: name });
  stateful().hasResourceProperties('AWS::Cognito::UserPoolDomain', { Domain: 'tessera-111122223333' });
  // One client per tenant, made with the tenant, and this one for all of their command lines.
  stateful().resourceCountIs('AWS::Cognito::UserPoolClient', 1);
  stateful().hasResourceProperties('AWS::Cognito::UserPoolClient', {
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    CallbackURLs: [
      'http://localhost:21871/callback',
      'http://localhost:21872/callback',
      'http://localhost:21873/callback',
    ],
  });
});

test('what holds data outlives its stack', () => {
  const types = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool', 'AWS::SQS::Queue'];
  const keeping = [...types, 'AWS::KMS::Key', 'AWS::KMS::ReplicaKey', 'AWS::SecretsManager::Secret'];
  for (const type of keeping)
    for (const { DeletionPolicy, stackName } of cloud().resourcesOf(type))
      expect(`${type} in ${stackName}: ${DeletionPolicy}`).toContain(': Retain');
});

test('releases are signed with a key that never leaves KMS', () => {
  cloud().templateOf('tessera-vault').hasResourceProperties('AWS::KMS::Key', {
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'SIGN_VERIFY',
  });
});
