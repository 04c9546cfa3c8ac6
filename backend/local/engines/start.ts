import { mkdirSync } from 'node:fs';
import { maxReceives, queues } from '../../functions.ts';
import { names, region } from '../environment.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { StateDir } from '../state-dir.ts';
import { createCheckpoints, type Checkpoints } from './checkpoints.ts';
import { startDynamo, type Engine } from './dynamo.ts';
import { createMailStore, type MailStore } from './mail-store.ts';
import { createMessageStore, openDatabase, type MessageStore } from './message-store.ts';
import { startS3, type S3Engine } from './s3.ts';
import { startServices, type Services } from './services.ts';
import { createTraceStore, startXrayDaemon, type TraceStore, type XrayDaemon } from './trace-store.ts';

/** The queue behind which stream records wait that no attempt could deliver. */
export const streamQueue = 'stream';

export interface Engines {
  dynamo: Engine;
  s3: S3Engine;
  services: Services;
  xray: XrayDaemon;
  messages: MessageStore;
  mail: MailStore;
  checkpoints: Checkpoints;
  traces: TraceStore;
  stop(): Promise<void>;
}

/** Starts everything a function's SDK clients talk to; what has started is stopped again where one fails. */
export async function startEngines(state: StateDir, runtime: () => Runtime | undefined): Promise<Engines> {
  mkdirSync(state.of('s3'), { recursive: true });
  const db = openDatabase(state.of('services.sqlite'));
  const messages = createMessageStore(db, { maxReceives });
  messages.releaseInFlight();
  const mail = createMailStore(db);
  const checkpoints = createCheckpoints(db);
  const traces = createTraceStore();
  const rules = Object.fromEntries(Object.entries(queues).map(([name, { events }]) => [name, events]));
  const buckets = [names.mediaBucket, names.assetsBucket, names.releasesBucket, names.uploadsBucket];
  const started = await Promise.allSettled([
    startDynamo({ dbPath: state.of('dynamo.sqlite') }),
    startS3({ directory: state.of('s3'), buckets }),
    startServices({ store: messages, mail, rules, moreQueues: [streamQueue], bus: names.eventBus, region, runtime }),
    startXrayDaemon(traces),
  ]);
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
    db.close();
  };
  const [dynamo, s3, services, xray] = started;
  if (
    dynamo.status === 'fulfilled' &&
    s3.status === 'fulfilled' &&
    services.status === 'fulfilled' &&
    xray.status === 'fulfilled'
  )
    return {
      dynamo: dynamo.value,
      s3: s3.value,
      services: services.value,
      xray: xray.value,
      messages,
      mail,
      checkpoints,
      traces,
      stop,
    };
  await stop();
  throw started.find((one) => one.status === 'rejected')?.reason;
}
