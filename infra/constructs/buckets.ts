import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  StorageClass,
  type BucketProps,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { bucketNameOf, type BucketPurpose } from '../names.ts';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';

const oldVersions = { noncurrentVersionExpiration: Duration.days(30) };
const unfinished = { abortIncompleteMultipartUploadAfter: Duration.days(7) };

const own: Readonly<Record<BucketPurpose, BucketProps>> = {
  media: { lifecycleRules: [{ ...oldVersions, ...unfinished }] },
  // Sold files are asked for most in their first weeks; what is seldom read costs less this way and opens as fast.
  assets: {
    lifecycleRules: [
      {
        ...unfinished,
        noncurrentVersionExpiration: Duration.days(90),
        transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }],
      },
    ],
    cors: [{ allowedMethods: [HttpMethods.GET, HttpMethods.HEAD], allowedOrigins: ['*'], allowedHeaders: ['range'] }],
  },
  // Nothing is deleted while a release set may name it.
  releases: { lifecycleRules: [unfinished] },
  uploads: {
    lifecycleRules: [{ expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1), ...unfinished }],
    // Shops stand at their owners' domains; what an upload needs is the signature in its address.
    cors: [{ allowedMethods: [HttpMethods.PUT], allowedOrigins: ['*'], allowedHeaders: ['*'], maxAge: 3_000 }],
  },
};

/** Private, versioned, encrypted, over TLS only; CloudFront alone reads what is public. */
export function createBuckets(scope: Construct, dataKey: IKey, settings: Settings): Record<BucketPurpose, Bucket> {
  const logs = new Bucket(scope, 'AccessLogs', {
    ...locked,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(90) }],
  });
  acknowledge(logs, 'AwsSolutions-S1', 'It holds the access logs of the others.');
  const create = (purpose: BucketPurpose): Bucket =>
    new Bucket(scope, `${purpose}-bucket`, {
      ...locked,
      bucketName: bucketNameOf(purpose, settings),
      encryption: BucketEncryption.KMS,
      encryptionKey: dataKey,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: logs as IBucket, // differs in how it spells an absent property only
      serverAccessLogsPrefix: `${purpose}/`,
      ...own[purpose],
    });
  const media = create('media');
  letCloudFrontRead(media);
  return { media, releases: create('releases'), assets: create('assets'), uploads: create('uploads') };
}

const locked = {
  versioned: true,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;

/** Any distribution of this account: naming one would tie the data to the edge that reads it. */
function letCloudFrontRead(bucket: Bucket): void {
  const source = `arn:${Aws.PARTITION}:cloudfront::${Stack.of(bucket).account}:distribution/*`;
  const allow = (action: string, resource: string): void => {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: [action],
        resources: [resource],
        conditions: { ArnLike: { 'aws:SourceArn': source } },
      }),
    );
  };
  allow('s3:GetObject', bucket.arnForObjects('*'));
  // Else what is not there is answered as what must not be seen. No path of the edge is a listing: each has a tenant.
  allow('s3:ListBucket', bucket.bucketArn);
}
