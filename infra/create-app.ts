import { App, CrossStackReferences, ReferenceStrength, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { openBundles } from './bundles.ts';
import { createSlices, createWorkers } from './create-slices.ts';
import { allFunctions } from './deployed-functions.ts';
import { edgeStackName } from './names.ts';
import { edgeRegion } from './regions.ts';
import type { Settings } from './settings.ts';
import { EdgeStack } from './stacks/edge.ts';
import { GatewayStack } from './stacks/gateway.ts';
import { ReplicaKeyStack } from './stacks/replica-key.ts';
import { SearchStack } from './stacks/search.ts';
import { StatefulStack } from './stacks/stateful.ts';
import { VaultStack } from './stacks/vault.ts';

interface AppOptions {
  settings: Settings;
  /** Holds the bundles: `backend/dist`. */
  distDir: string;
  /** Where templates are written. */
  outdir: string;
  /** Whether `synth` refuses templates that CloudFormation or cdk-nag would object to; takes as long as all the rest. */
  validate: boolean;
}

/** Of CDK's own newer ways, those that make a difference here. */
const featureFlags = {
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
};

/** All stacks, in the order in which one needs another. */
export function createApp({ settings, distDir, outdir, validate }: AppOptions): App {
  const bundles = openBundles(distDir, allFunctions);
  const app = new App({
    outdir,
    analyticsReporting: false,
    builtinCloudFormationValidation: validate,
    context: featureFlags,
  });
  // Read when a stack is deployed, and not held fast: a stack can be deployed, or replaced, alone.
  CrossStackReferences.of(app).consume(ReferenceStrength.WEAK);
  if (validate) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  Tags.of(app).add('application', 'tessera');

  const { account, region } = settings;
  const env = { account, region };
  const vault = new VaultStack(app, 'tessera-vault', { env, settings });
  const { dataKey, releaseKey } = vault;
  const replicaKeys = settings.replicaRegions.map(
    (replica) => new ReplicaKeyStack(app, `tessera-key-${replica}`, { env: { account, region: replica }, dataKey }),
  );
  const stateful = new StatefulStack(app, 'tessera-stateful', { env, settings, dataKey });
  for (const replicaKey of replicaKeys) stateful.addStackDependency(replicaKey);
  const { alarmTopic, tableStreamArn, userPool } = stateful;
  const { searchEndpoint } = new SearchStack(app, 'tessera-search', { env, settings, dataKey });
  const gateway = new GatewayStack(app, 'tessera-gateway', { env, settings, alarmTopic });

  const cloud = { settings, bundles, dataKey, releaseKey, tableStreamArn, userPool, searchEndpoint, alarmTopic };
  const { files, ...urls } = createSlices(app, { cloud, env, apiId: gateway.apiId });
  if (files === undefined) throw new Error('no slice answers for files');
  const edge = new EdgeStack(app, edgeStackName, {
    env: { account, region: edgeRegion },
    settings,
    bundles,
    hosts: { api: gateway.domainName, files, urls },
  });
  createWorkers(app, { cloud, env, edge });
  return app;
}
