import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { hostKeyOf } from '../edge/host-entry.ts';
import { functions as allFunctions, queues, type FunctionSpec } from '../functions.ts';
import { createCdn } from './cdn.ts';
import { createFiles } from './files.ts';
import { assembleEdge } from './edge/assemble-edge.ts';
import { createEdgeCache } from './edge/edge-cache.ts';
import { startHostStoreApi } from './cloudfront/host-store-api.ts';
import { forgetChangedHosts, loadHosts } from './edge/kvs-sync.ts';
import { createKeyValueStore, type KeyValueStore } from './edge/kvs.ts';
import { freePort } from './engines/process.ts';
import { createS3Gateway } from './engines/s3-gateway.ts';
import { startEngines, streamQueue, type Engines } from './engines/start.ts';
import { createEnvironment, loadSecrets, names, region, type Secrets } from './environment.ts';
import { createFront } from './front.ts';
import { environmentOf } from './function-environment.ts';
import { startGateway } from './gateway.ts';
import { createMailbox } from './mailbox/mailbox.ts';
import { createOps } from './ops/ops.ts';
import { platformEntry, platformHost } from './platform-host.ts';
import type { Platform, PlatformBase, PlatformOptions } from './platform-types.ts';
import { invokeOrThrow } from './runtime/invoke-or-throw.ts';
import { createLogBook, type LogBook } from './runtime/log-book.ts';
import { resolveLocalhostNames } from './runtime/localhost-lookup.ts';
import { createRuntime, type Runtime } from './runtime/runtime.ts';
import { createSampler } from './runtime/trace-header.ts';
import { createSliceShelf, type SliceShelf } from './slice-shelf.ts';
import { startSources } from './sources/start.ts';
import { openStateDir, type StateDir } from './state-dir.ts';
import { ensureTable } from './table-setup.ts';

export type { Platform, PlatformBase, PlatformOptions, PlatformServices } from './platform-types.ts';
export { PlatformStartError } from './state-dir.ts';

const defaultDist = fileURLToPath(new URL('../dist', import.meta.url));
const cacheBytes = 64 * 1024 * 1024;
/** Schedules that somebody who works on a shop here does not want to wait a minute for. */
const quick: ReadonlySet<string> = new Set(['worker-domains', 'worker-rollouts']);
const warmByDefault = [
  'files',
  'edge-origin-request',
  'composition',
  'catalog',
  'catalog-render',
  'session',
  'checkout',
  'ai-support-render',
];

/** Undone last first, however far the start came. */
type Undo = (step: () => unknown) => void;

/** The embedded cloud: engines, functions, edge and the one public port. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  resolveLocalhostNames();
  const steps: (() => unknown)[] = [];
  const unwind = async (): Promise<void> => {
    for (let step = steps.pop(); step; step = steps.pop()) await step();
  };
  try {
    return await assemble(options, (step) => void steps.push(step), unwind);
  } catch (error) {
    await unwind();
    throw error;
  }
}

async function assemble(options: PlatformOptions, undo: Undo, unwind: () => Promise<void>): Promise<Platform> {
  const state = openStateDir(options.stateDir);
  undo(() => state.release());
  const kvs = createKeyValueStore();
  const services = new Map(Object.entries(options.handlers ?? {}));
  const front = createFront();
  // The port first: that it is taken should be said before anything has started.
  const port = options.port === 0 ? await freePort() : options.port;
  const gateway = await startGateway({ port, kvs, services, cdn: front.cdn, edge: front.edge });
  undo(() => gateway.stop());

  const shared = await startShared({ options, state, port, services, kvs, undo });
  const { engines, runtime, slices, secrets, logs, functions, sample, nudge } = shared;
  const client = new DynamoDBClient({ endpoint: engines.dynamo.endpoint, region, credentials: credentialsOf(secrets) });
  undo(() => client.destroy());
  const { streamArn } = await ensureTable(client, names.table);
  const edgeCache = createEdgeCache({ maxBytes: cacheBytes });
  const table = { client, tableName: names.table };
  const onChanges = forgetChangedHosts(kvs, (host) => edgeCache.purge(host));
  kvs.put(hostKeyOf(platformHost), JSON.stringify(platformEntry));
  await loadHosts(table, kvs);

  const files = createFiles({ runtime, storePort: engines.s3.port, mediaBucket: names.mediaBucket });
  const { edge, viewers } = assembleEdge({
    ...{ runtime, functions, kvs, secrets, logs, sample, files },
    cache: edgeCache,
    distDir: options.distDir ?? defaultDist,
    viewerCountry: options.viewerCountry ?? process.env['TESSERA_VIEWER_COUNTRY'],
    onSegment: (segment) => engines.traces.add(segment),
  });
  const cdn = createCdn({ viewerRequest: () => viewers.get('edge-files-request'), files });
  const sources = startSources({
    ...{ functions, runtime, engines, streamArn, region, onChanges, logs },
    credentials: credentialsOf(secrets),
    scheduleMs: (name) => options.scheduleMs ?? (quick.has(name) ? 5_000 : 60_000),
  });
  // A function that runs for a minute must not hold up the stop: it ends with its environment.
  undo(() => Promise.all([sources.stop(), runtime.close()]));
  nudge.to = () => sources.nudge();
  const runSchedule = (name: string): boolean => sources.runSchedule(name);
  services.set(
    'ops.localhost',
    createOps({
      ...{ functions, runtime, engines, logs, edgeCache, runSchedule },
      viewerFunctions: () => viewers.all(),
      queues: [...Object.keys(queues), streamQueue],
    }),
  );
  services.set('mail.localhost', createMailbox(engines.mail));
  front.open(edge, cdn);

  return {
    ...{ port, secrets, kvs, edgeCache, logs, runtime, slices, engines, runSchedule },
    env: shared.env,
    mail: engines.mail,
    urlOf: urlOn(port),
    invoke: (name, event) => invokeOrThrow(runtime, name, event),
    handle: (host, listener) => void services.set(host, listener),
    async refresh() {
      files.purge();
      edgeCache.purge();
      await loadHosts(table, kvs);
    },
    reload(name) {
      slices.keep();
      runtime.reload(name);
      viewers.reload();
      edgeCache.purge();
    },
    warm: (wanted = warmByDefault) => runtime.warm(wanted),
    async stop() {
      await gateway.stop();
      await unwind();
    },
  };
}

interface Shared {
  engines: Engines;
  runtime: Runtime;
  slices: SliceShelf;
  secrets: Secrets;
  logs: LogBook;
  env: Readonly<Record<string, string>>;
  functions: readonly FunctionSpec[];
  sample(): boolean;
  /** Told whenever a function has answered. */
  nudge: { to(): void };
}

/** Engines, what else stands on them, and the runtime with the environment that all of them make up. */
async function startShared(input: {
  options: PlatformOptions;
  state: StateDir;
  port: number;
  services: Map<string, RequestListener>;
  kvs: KeyValueStore;
  undo: Undo;
}): Promise<Shared> {
  const { options, state, port, services, kvs, undo } = input;
  const secrets = loadSecrets(state.path);
  const logs = createLogBook(state.of('logs'));
  undo(() => logs.close());
  // Lambda's API is up before there are functions to call.
  const later: { runtime?: Runtime } = {};
  const engines = await startEngines(state, () => later.runtime);
  undo(() => engines.stop());
  const hostStore = await startHostStoreApi(kvs);
  undo(() => hostStore.stop());
  services.set(
    's3.localhost',
    createS3Gateway({ upstreamPort: engines.s3.port, keys: { ...credentialsOf(secrets), region, service: 's3' } }),
  );
  const base: PlatformBase = {
    ...{ port, secrets },
    env: createEnvironment(port, secrets, {
      dynamo: engines.dynamo.endpoint,
      services: engines.services.endpoint,
      xrayDaemon: engines.xray.address,
      hostStore: hostStore.endpoint,
    }),
    mail: engines.mail,
    stateOf: (...parts) => state.of(...parts),
    urlOf: urlOn(port),
  };
  const more = await options.services?.(base);
  undo(() => more?.stop?.());
  for (const [host, listener] of Object.entries(more?.handlers ?? {})) services.set(host, listener);
  const env = { ...base.env, ...more?.env, ...options.env };

  const functions = options.functions ?? allFunctions;
  const slices = createSliceShelf({ distDir: options.distDir ?? defaultDist, folder: state.of('slices') });
  slices.keep();
  const sampler = createSampler(25, 0.05);
  const sample = (): boolean => sampler(Date.now(), Math.random());
  const nudge = { to: (): void => undefined };
  const runtime = createRuntime({
    ...{ functions, region, logs, sample },
    distDir: options.distDir ?? defaultDist,
    environmentsPerFunction: options.environmentsPerFunction ?? 2,
    envOf: (spec) => environmentOf(spec, env),
    slices,
    onSegment: (segment) => engines.traces.add(segment),
    onFinished: () => nudge.to(),
  });
  later.runtime = runtime;
  undo(() => runtime.close());
  return { engines, runtime, slices, secrets, logs, env, functions, sample, nudge };
}

const credentialsOf = ({ awsAccessKeyId, awsSecretAccessKey }: Secrets) => ({
  accessKeyId: awsAccessKeyId,
  secretAccessKey: awsSecretAccessKey,
});

const urlOn =
  (port: number) =>
  (host: string): string =>
    `http://${host}${port === 80 ? '' : `:${port}`}`;
