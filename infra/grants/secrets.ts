import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { releasePublicKeysParameter } from '../names.ts';
import { secretTextOf } from '../secret-reference.ts';
import type { Grant } from './grant.ts';

/*
 * CloudFormation reads a secret when it deploys and hands it to the function as an encrypted variable, which is how the
 * function is given it locally too.
 */

export const tenantSigningKeys: Grant = (fn, { settings }) =>
  fn.give({ TENANT_SIGNING_KEYS: secretTextOf(settings, 'tenantSigning', 'keys') });

export const downloadSecret: Grant = (fn, { settings }) =>
  fn.give({ DOWNLOAD_SECRET: secretTextOf(settings, 'download') });

export const stripeSecretKey: Grant = (fn, { settings }) =>
  fn.give({ STRIPE_SECRET_KEY: secretTextOf(settings, 'stripe', 'secretKey') });

export const stripeWebhookSecret: Grant = (fn, { settings }) =>
  fn.give({ STRIPE_WEBHOOK_SECRET: secretTextOf(settings, 'stripe', 'webhookSecret') });

/** Signs in KMS: the key itself is nowhere else. */
export const signReleases: Grant = (fn, { releaseKey }) => {
  fn.allow(['kms:Sign'], [releaseKey.keyArn]);
  fn.give({ RELEASE_SIGNING_KMS_KEY: releaseKey.keyId });
};

export const releasePublicKeys: Grant = (fn) =>
  fn.give({ RELEASE_PUBLIC_KEYS: StringParameter.valueForStringParameter(fn, releasePublicKeysParameter) });
