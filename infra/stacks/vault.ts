import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { edgeRegion } from '../regions.ts';
import { acknowledge } from '../nag.ts';
import { secretNames } from '../names.ts';
import type { Settings } from '../settings.ts';

/** Keys and secrets. First of all stacks: secrets are filled before anything reads them. */
export class VaultStack extends Stack {
  readonly dataKey: Key;
  /** Signs releases; its id is the `kid` of its public half. */
  readonly releaseKey: Key;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props);
    this.dataKey = createDataKey(this);
    this.releaseKey = new Key(this, 'ReleaseKey', {
      alias: 'tessera-releases',
      description: 'Signs releases and release sets with ES256',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#secret('Download', secretNames.download, 'HMAC key of download permissions', {
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    this.#secret('TenantSigning', secretNames.tenantSigning, 'HMAC keys of x-tenant: { keys, edge }', {
      // The edge is deployed from its own region, and a reference to a secret does not cross regions.
      ...(settings.region === edgeRegion ? {} : { replicaRegions: [{ region: edgeRegion }] }),
    });
    this.#secret('Stripe', secretNames.stripe, 'Stripe: { secretKey, webhookSecret }');
    this.#secret('IdentityProviders', secretNames.identityProviders, 'Clients at Google, Apple, Facebook, Microsoft');
  }

  #secret(id: string, secretName: string, description: string, more: ConstructorParameters<typeof Secret>[2] = {}) {
    const secret = new Secret(this, id, {
      secretName,
      description,
      encryptionKey: this.dataKey,
      removalPolicy: RemovalPolicy.RETAIN,
      ...more,
    });
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'Functions are given the value when they are deployed, so it is rotated by hand together with them: docs/runbooks/secrets.md.',
    );
  }
}

function createDataKey(scope: Construct): Key {
  const key = new Key(scope, 'DataKey', {
    alias: 'tessera-data',
    description: 'Encrypts table, buckets, secrets and the environment of functions',
    enableKeyRotation: true,
    // A copy of the table in another region needs the key there.
    multiRegion: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'CloudFrontReadsFiles',
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: {
        ArnLike: { 'aws:SourceArn': `arn:aws:cloudfront::${Stack.of(scope).account}:distribution/*` },
      },
    }),
  );
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsAreTold',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  return key;
}
