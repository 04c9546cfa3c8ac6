import { SecretValue } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { releasePublicKeysParameter, secretNames } from '../names.ts';
import type { Grant } from './grant.ts';

/*
 * CloudFormation reads a secret when it deploys and hands it to the function as an encrypted variable, which is how the
 * function is given it locally too. The template holds a reference, never a value.
 */

export const tenantSigningKeys: Grant = (fn) =>
  fn.give({ TENANT_SIGNING_KEYS: referenceTo(secretNames.tenantSigning, 'keys') });

export const downloadSecret: Grant = (fn) => fn.give({ DOWNLOAD_SECRET: referenceTo(secretNames.download) });

export const stripeSecretKey: Grant = (fn) =>
  fn.give({ STRIPE_SECRET_KEY: referenceTo(secretNames.stripe, 'secretKey') });

export const stripeWebhookSecret: Grant = (fn) =>
  fn.give({ STRIPE_WEBHOOK_SECRET: referenceTo(secretNames.stripe, 'webhookSecret') });

export const releasePublicKeys: Grant = (fn) =>
  fn.give({ RELEASE_PUBLIC_KEYS: StringParameter.valueForStringParameter(fn, releasePublicKeysParameter) });

const referenceTo = (name: string, jsonField?: string): string =>
  SecretValue.secretsManager(name, jsonField === undefined ? {} : { jsonField }).unsafeUnwrap();
