import type { Cloud } from '../cloud.ts';
import type { PlatformFunction } from '../constructs/platform-function.ts';
import { bucketNameOf, type BucketPurpose } from '../names.ts';
import { acknowledge } from '../nag.ts';
import type { Grant } from './grant.ts';

const nameOf = (purpose: BucketPurpose) => `${purpose.toUpperCase()}_BUCKET`;

/** Of the objects below a prefix: `blobs/`, or all with an empty one. */
export const readObjects =
  (purpose: BucketPurpose, prefix = ''): Grant =>
  (fn, cloud) => {
    readObjectsOfCaller(purpose, prefix)(fn, cloud);
    nameBucket(purpose)(fn, cloud);
  };

/** For a function that is told the bucket by whoever calls it. */
export const readObjectsOfCaller =
  (purpose: BucketPurpose, prefix: string): Grant =>
  (fn, cloud) =>
    allowObjects(fn, cloud, { purpose, prefix, actions: ['s3:GetObject'] });

/** Objects below some prefixes, and whether one is there at all. */
export const findObjects =
  (purpose: BucketPurpose, prefixes: readonly string[]): Grant =>
  (fn, cloud) => {
    for (const prefix of prefixes) readObjectsOfCaller(purpose, prefix)(fn, cloud);
    // Else an object that is not there is one that must not be seen.
    fn.allow(['s3:ListBucket'], [`arn:aws:s3:::${bucketNameOf(purpose, cloud.settings)}`]);
    nameBucket(purpose)(fn, cloud);
  };

export const writeObjects =
  (purpose: BucketPurpose, prefix = ''): Grant =>
  (fn, cloud) => {
    allowObjects(fn, cloud, { purpose, prefix, actions: ['s3:PutObject'] });
    fn.allow(['kms:GenerateDataKey'], [cloud.dataKey.keyArn]);
    nameBucket(purpose)(fn, cloud);
  };

export const readAndWriteObjects =
  (purpose: BucketPurpose, prefix = ''): Grant =>
  (fn, cloud) => {
    readObjectsOfCaller(purpose, prefix)(fn, cloud);
    writeObjects(purpose, prefix)(fn, cloud);
    // Else an object that is not there is one that must not be seen.
    fn.allow(['s3:ListBucket'], [`arn:aws:s3:::${bucketNameOf(purpose, cloud.settings)}`]);
  };

/** Takes away what a function itself asked for. */
export const removeObjects =
  (purpose: BucketPurpose, prefix: string): Grant =>
  (fn, cloud) =>
    allowObjects(fn, cloud, { purpose, prefix, actions: ['s3:DeleteObject'] });

/** More prefixes of a bucket that the function is told the name of already. */
export const alsoReadAndWriteObjects =
  (purpose: BucketPurpose, prefix: string): Grant =>
  (fn, cloud) =>
    allowObjects(fn, cloud, { purpose, prefix, actions: ['s3:GetObject', 's3:PutObject'] });

/** The name alone: pages say which stores a browser may speak to. */
export const nameBucket =
  (purpose: BucketPurpose): Grant =>
  (fn, { settings }) =>
    fn.give({ [nameOf(purpose)]: bucketNameOf(purpose, settings) });

function allowObjects(
  fn: PlatformFunction,
  { settings }: Cloud,
  { purpose, prefix, actions }: { purpose: BucketPurpose; prefix: string; actions: readonly string[] },
): void {
  const objects = `arn:aws:s3:::${bucketNameOf(purpose, settings)}/${prefix}*`;
  fn.allow(actions, [objects]);
  acknowledge(
    fn.role ?? fn,
    `AwsSolutions-IAM5[Resource::${objects}]`,
    'Objects are made at run time; their keys begin like this.',
  );
}
