import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { queues, type FunctionSpec } from '../../functions.ts';
import { streamQueue, type Engines } from '../engines/start.ts';
import type { LogBook } from '../runtime/log-book.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { startQueueSource } from './queue-source.ts';
import { startScheduleSource } from './schedule-source.ts';
import type { Invoke, Source } from './source.ts';
import { deliverBatch } from './stream-batch.ts';
import type { StreamRecord } from './stream-record.ts';
import { startStreamSource } from './stream-source.ts';

export interface SourcesOptions {
  functions: readonly FunctionSpec[];
  runtime: Runtime;
  engines: Engines;
  streamArn: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** Told of changes before the consumer is. */
  onChanges(records: readonly StreamRecord[]): void;
  logs: LogBook;
  /** Of schedules; by function, else for all. */
  scheduleMs(name: string): number;
}

export interface Sources {
  /** A function has run: the table or a queue may have changed. */
  nudge(): void;
  runSchedule(name: string): boolean;
  stop(): Promise<void>;
}

/** Event source mappings: stream, queues and schedules to their functions. */
export function startSources(options: SourcesOptions): Sources {
  const { engines, runtime, region } = options;
  const stopping = new AbortController();
  const invoke: Invoke = async (name, event, trace) => {
    const outcome = await runtime.invoke(name, event, { answer: 'json', trace });
    stream.nudge();
    return outcome;
  };
  const stream = startStream(options, invoke, stopping.signal);
  const specOf = (name: string) => options.functions.find((spec) => spec.name === name);
  const onQueue = Object.entries(queues).flatMap(([queue, { function: functionName }]) => {
    const spec = specOf(functionName);
    if (!spec) return [];
    return startQueueSource({
      queue,
      functionName,
      timeoutMs: spec.timeoutMs,
      region,
      store: engines.messages,
      invoke,
    });
  });
  const consumer = options.functions.find(({ kind }) => kind === 'dynamodb-stream');
  const redriven = consumer
    ? [
        startQueueSource({
          queue: streamQueue,
          functionName: consumer.name,
          timeoutMs: consumer.timeoutMs,
          region,
          store: engines.messages,
          invoke,
          batchSize: 1,
          concurrency: 1,
          toEvent: ([message]) => JSON.parse(message?.body ?? 'null') as unknown,
        }),
      ]
    : [];
  const schedules = new Map(
    options.functions
      .filter(({ kind }) => kind === 'schedule')
      .map(({ name }): [string, Source] => [
        name,
        startScheduleSource({ functionName: name, everyMs: options.scheduleMs(name), region, invoke }),
      ]),
  );
  return {
    nudge: () => stream.nudge(),
    runSchedule(name) {
      schedules.get(name)?.nudge();
      return schedules.has(name);
    },
    async stop() {
      stopping.abort();
      await Promise.all([stream, ...onQueue, ...redriven, ...schedules.values()].map((source) => source.stop()));
    },
  };
}

function startStream(options: SourcesOptions, invoke: Invoke, signal: AbortSignal): Source {
  const { engines, functions } = options;
  const consumer = functions.find(({ kind }) => kind === 'dynamodb-stream');
  const client = new DynamoDBStreamsClient({
    endpoint: engines.dynamo.endpoint,
    region: options.region,
    credentials: options.credentials,
  });
  // It copies every record for a logger that nobody has set.
  client.middlewareStack.remove('loggerMiddleware');
  return startStreamSource({
    client,
    streamArn: options.streamArn,
    checkpoints: engines.checkpoints,
    log: (line) => options.logs.write('platform', line),
    async handle(records) {
      options.onChanges(records);
      if (!consumer) return;
      await deliverBatch(
        { functionName: consumer.name, queue: streamQueue, store: engines.messages, invoke, signal },
        records,
      );
    },
  });
}
