import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { createAlarm } from './alarms.ts';

/** A single message that nobody could handle is worth looking at. */
export function createDeadLetterAlarm(
  scope: Construct,
  { queue, functionName, topic }: { queue: IQueue; functionName: string; topic: ITopic },
): void {
  createAlarm(scope, {
    name: `${functionName}-dead-letters`,
    runbook: functionName,
    what: `${functionName} gave up on a message.`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: 1,
    topic,
  });
}
