import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { EventBus, Rule, type EventPattern } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { maxReceives, queues, type QueueName } from '../../backend/functions.ts';
import { specOf } from '../deployed-functions.ts';
import { acknowledge } from '../nag.ts';
import { deadLetterQueueNameOf, eventBusName } from '../names.ts';

const source = ['tessera'];

/** The bus, and for each queue of `backend/functions.ts` the queue, the rule that routes to it and what it gave up on. */
export function createQueues(scope: Construct): void {
  const eventBus = new EventBus(scope, 'EventBus', { eventBusName });
  eventBus.applyRemovalPolicy(RemovalPolicy.RETAIN);
  for (const name of Object.keys(queues).filter(isQueueName)) createQueue(scope, eventBus, name);
  acknowledge(
    createDeadLetterQueue(scope, 'stream'),
    'AwsSolutions-SQS3',
    'It is a dead-letter queue: of the stream’s event source, which names it in another stack.',
  );
}

function createQueue(scope: Construct, eventBus: EventBus, name: QueueName): void {
  const { function: consumer, events } = queues[name];
  const deadLetterQueue = createDeadLetterQueue(scope, name);
  const queue = new Queue(scope, `${name}-queue`, {
    ...safe,
    queueName: name,
    // Six times what a run may take, so that a batch that is still worked on does not come again.
    visibilityTimeout: Duration.millis(specOf(consumer).timeoutMs * 6),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetterQueue, maxReceiveCount: maxReceives },
  });
  new Rule(scope, `${name}-rule`, {
    ruleName: name,
    eventBus,
    eventPattern: patternOf(events),
    targets: [new SqsQueue(queue, { deadLetterQueue })],
  });
}

const createDeadLetterQueue = (scope: Construct, name: QueueName | 'stream'): Queue =>
  new Queue(scope, `${name}-dead-letters`, {
    ...safe,
    queueName: deadLetterQueueNameOf(name),
    retentionPeriod: Duration.days(14),
  });

const safe = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies QueueProps;

const patternOf = (events: readonly string[]): EventPattern =>
  events.includes('*') ? { source } : { source, detailType: [...events] };

const isQueueName = (name: string): name is QueueName => name in queues;
