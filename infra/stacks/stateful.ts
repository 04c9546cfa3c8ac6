import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Cloud } from '../cloud.ts';
import { createAlarmTopic } from '../constructs/alarm-topic.ts';
import { createBuckets } from '../constructs/buckets.ts';
import { createQueues } from '../constructs/queues.ts';
import { createTable } from '../constructs/table.ts';
import { createUserPool } from '../constructs/user-pool.ts';
import type { Settings } from '../settings.ts';

/** What must not be lost: data, people, and what is on its way between functions. */
export class StatefulStack extends Stack {
  readonly tableStreamArn: string;
  readonly userPool: Cloud['userPool'];
  readonly alarmTopic: Topic;

  constructor(
    scope: Construct,
    id: string,
    { settings, dataKey, ...props }: StackProps & { settings: Settings; dataKey: IKey },
  ) {
    super(scope, id, { ...props, terminationProtection: true });
    const table = createTable(this, dataKey, settings.replicaRegions);
    if (table.tableStreamArn === undefined) throw new Error('the table has no stream');
    this.tableStreamArn = table.tableStreamArn;
    createBuckets(this, dataKey, settings);
    createQueues(this);
    const { pool, hostedUiOrigin, cliClientId } = createUserPool(this, settings);
    this.userPool = {
      id: pool.userPoolId,
      arn: pool.userPoolArn,
      issuer: `https://cognito-idp.${settings.region}.amazonaws.com/${pool.userPoolId}`,
      hostedUiOrigin,
      cliClientId,
    };
    const mail = new EmailIdentity(this, 'Mail', { identity: Identity.domain(settings.mailFrom.split('@')[1] ?? '') });
    mail.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.alarmTopic = createAlarmTopic(this, { mail: settings.alarmMail, key: dataKey });
  }
}
