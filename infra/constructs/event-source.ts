import { Duration, Stack } from 'aws-cdk-lib';
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, type IQueue } from 'aws-cdk-lib/aws-sqs';
import { queues, type QueueName } from '../../backend/functions.ts';
import type { Cloud } from '../cloud.ts';
import { deadLetterQueueNameOf, tableName } from '../names.ts';
import { createAlarm } from './alarms.ts';
import { createDeadLetterAlarm } from './dead-letter-alarm.ts';
import type { PlatformFunction } from './platform-function.ts';

/** Connects a worker to what it works on, by the kind that `backend/functions.ts` says. */
export function connectEventSource(fn: PlatformFunction, cloud: Cloud): void {
  switch (fn.spec.kind) {
    case 'dynamodb-stream':
      return takeFromStream(fn, cloud);
    case 'queue':
      return takeFromQueue(fn, cloud);
    case 'schedule':
      return runOnSchedule(fn);
    default:
      throw new Error(`${fn.spec.name} is no worker: ${fn.spec.kind}`);
  }
}

function takeFromStream(fn: PlatformFunction, { tableStreamArn, dataKey, alarmTopic: topic }: Cloud): void {
  const table = TableV2.fromTableAttributes(fn, 'Table', { tableName, tableStreamArn, encryptionKey: dataKey });
  const queue = queueNamed(fn, deadLetterQueueNameOf('stream'));
  fn.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      onFailure: new SqsDlq(queue),
    }),
  );
  createDeadLetterAlarm(fn, { queue, functionName: fn.spec.name, topic });
  createAlarm(fn, {
    name: `${fn.spec.name}-iterator-age`,
    runbook: fn.spec.name,
    what: 'Changes of the table wait five minutes until they are told.',
    metric: fn.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: Duration.minutes(5).toMilliseconds(),
    topic,
  });
}

function takeFromQueue(fn: PlatformFunction, { alarmTopic: topic }: Cloud): void {
  const name = queueOf(fn.spec.name);
  fn.addEventSource(
    new SqsEventSource(queueNamed(fn, name), { batchSize: 10, maxConcurrency: 10, reportBatchItemFailures: true }),
  );
  createDeadLetterAlarm(fn, { queue: queueNamed(fn, deadLetterQueueNameOf(name)), functionName: fn.spec.name, topic });
}

function runOnSchedule(fn: PlatformFunction): void {
  new Rule(fn, 'Schedule', {
    ruleName: fn.spec.name,
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(fn, { retryAttempts: 0 })],
  });
}

function queueOf(functionName: string): QueueName {
  const found = Object.entries(queues).find(([, queue]) => queue.function === functionName);
  if (!found) throw new Error(`no queue leads to ${functionName}`);
  return found[0] as QueueName; // a key of `queues`
}

function queueNamed(fn: PlatformFunction, name: string): IQueue {
  return Queue.fromQueueArn(fn, name, Stack.of(fn).formatArn({ service: 'sqs', resource: name }));
}
