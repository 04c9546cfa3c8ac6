import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Bundles } from './bundles.ts';
import type { Settings } from './settings.ts';

/** What functions stand on. Where a thing has a name of its own (`names.ts`), the name is enough and it is not here. */
export interface Cloud {
  settings: Settings;
  bundles: Bundles;
  /** Encrypts the table, the buckets, the secrets and the functions' environment. */
  dataKey: IKey;
  /** Signs releases. */
  releaseKey: IKey;
  tableStreamArn: string;
  userPool: { id: string; arn: string; issuer: string; hostedUiOrigin: string; cliClientId: string };
  searchEndpoint: string;
  alarmTopic: ITopic;
}
