import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where alarms go; one in each region that has alarms. */
export function createAlarmTopic(scope: Construct, options: { mail: string | undefined; key?: IKey }): Topic {
  const topic = new Topic(scope, 'AlarmTopic', {
    topicName: 'tessera-alarms',
    enforceSSL: true,
    ...(options.key ? { masterKey: options.key } : {}),
  });
  if (options.mail !== undefined) topic.addSubscription(new EmailSubscription(options.mail));
  return topic;
}
