import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { headers } from '@tessera/contracts/wire-names.ts';
import { hostKeyOf } from '../edge/host-entry.ts';
import { functions as allFunctions, type FunctionSpec } from '../functions.ts';
import { createCdn } from './cdn.ts';
import { createEdge } from './edge/edge.ts';
import { createEdgeCache, type EdgeCache } from './edge/edge-cache.ts';
import { createKvsSync } from './edge/kvs-sync.ts';
import { createKeyValueStore, type KeyValueStore } from './edge/kvs.ts';
import { createOrigin } from './edge/origin.ts';
import { viewerFunctionLoader } from './edge/viewer-function-loader.ts';
import type { MailStore } from './engines/mail-store.ts';
import { createS3Gateway } from './engines/s3-gateway.ts';
import { freePort } from './engines/process.ts';
import { startEngines, type Engines } from './engines/start.ts';
import { createEnvironment, loadSecrets, names, region, type Secrets } from './environment.ts';
import { environmentOf } from './function-environment.ts';
import { createFront } from './front.ts';
import { startGateway } from './gateway.ts';
import { platformEntry, platformHost } from './platform-host.ts';
import { invokeOrThrow } from './runtime/invoke-or-throw.ts';
import { createLogBook, type LogBook } from './runtime/log-book.ts';
import { resolveLocalhostNames } from './runtime/localhost-lookup.ts';
import { createRuntime, type Runtime } from './runtime/runtime.ts';
import { createSampler } from './runtime/trace-header.ts';
import { startSources } from './sources/start.ts';
import { openStateDir } from './state-dir.ts';
import { ensureTable } from './table-setup.ts';

export interface PlatformOptions {
  /** Public port; 0 takes a free one. */
  port: number;
  stateDir: string;
  /** Goes over what the platform makes itself: endpoints of other engines, or of the real services. */
  env?: Readonly<Record<string, string>>;
  environmentsPerFunction?: number;
  /** Hosts answered by somebody else, e.g. `auth.localhost`. */
  handlers?: Readonly<Record<string, RequestListener>>;
  /** Starts what stands on the engines and what functions need to know of, such as sign-in, payment and search. */
  services?(base: PlatformBase): Promise<PlatformServices>;
  functions?: readonly FunctionSpec[];
  /** Holds the bundles. */
  distDir?: string;
  viewerCountry?: string;
  scheduleMs?: number;
}

export interface PlatformBase {
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
  readonly mail: MailStore;
  /** A place of one's own below the state folder. */
  stateOf(...parts: string[]): string;
  urlOf(host: string): string;
}

export interface PlatformServices {
  env?: Readonly<Record<string, string>>;
  handlers?: Readonly<Record<string, RequestListener>>;
  stop?(): Promise<void>;
}

export interface Platform {
  readonly port: number;
  /** What functions are given; everything an SDK client outside of them needs too. */
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
  readonly kvs: KeyValueStore;
  readonly edgeCache: EdgeCache;
  readonly mail: MailStore;
  readonly logs: LogBook;
  readonly runtime: Runtime;
  readonly engines: Engines;
  /** `http://aria.localhost:8080` */
  urlOf(host: string): string;
  /** The function's result; throws what it threw. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Lets `listener` answer a host from now on. */
  handle(host: string, listener: RequestListener): void;
  /** Runs a scheduled function now. */
  runSchedule(name: string): boolean;
  /** Host table and file caches afresh: after a seed, or for a changed build. */
  refresh(): Promise<void>;
  /** Loads changed bundles. */
  reload(name?: string): void;
  /** Starts environments before visitors come. */
  warm(names?: readonly string[]): void;
  stop(): Promise<void>;
}

const defaultDist = fileURLToPath(new URL('../dist', import.meta.url));

/** The embedded cloud: engines, functions, edge and the one public port. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  resolveLocalhostNames();
  const undo: (() => unknown)[] = [];
  const unwind = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    return await assemble(options, undo, unwind);
  } catch (error) {
    await unwind();
    throw error;
  }
}

async function assemble(
  options: PlatformOptions,
  undo: (() => unknown)[],
  unwind: () => Promise<void>,
): Promise<Platform> {
  const state = openStateDir(options.stateDir);
  undo.push(() => state.release());
  const port = options.port === 0 ? await freePort() : options.port;
  const suffix = port === 80 ? '' : `:${port}`;
  const urlOf = (host: string): string => `http://${host}${suffix}`;
  const services = new Map<string, RequestListener>(Object.entries(options.handlers ?? {}));
  const kvs = createKeyValueStore();
  const front = createFront();
  const gateway = await startGateway({ port, kvs, services, cdn: front.cdn, edge: front.edge });
  undo.push(() => gateway.stop());

  const secrets = loadSecrets(state.path);
  const logs = createLogBook(state.of('logs'));
  undo.push(() => logs.close());
  let runtime: Runtime | undefined;
  const engines = await startEngines(state, () => runtime);
  undo.push(() => engines.stop());
  const base = createEnvironment(port, secrets, {
    dynamo: engines.dynamo.endpoint,
    services: engines.services.endpoint,
    xrayDaemon: engines.xray.address,
  });
  const credentials = { accessKeyId: secrets.awsAccessKeyId, secretAccessKey: secrets.awsSecretAccessKey };
  services.set(
    's3.localhost',
    createS3Gateway({ upstreamPort: engines.s3.port, keys: { ...credentials, region, service: 's3' } }),
  );
  const more = await options.services?.({
    port,
    env: base,
    secrets,
    mail: engines.mail,
    stateOf: (...parts) => state.of(...parts),
    urlOf,
  });
  undo.push(() => more?.stop?.());
  for (const [host, listener] of Object.entries(more?.handlers ?? {})) services.set(host, listener);
  const env = { ...base, ...more?.env, ...options.env };

  const functions = options.functions ?? allFunctions;
  const distDir = options.distDir ?? defaultDist;
  const sampler = createSampler(25, 0.05);
  const sample = (): boolean => sampler(Date.now(), Math.random());
  runtime = createRuntime({
    functions,
    distDir,
    region,
    environmentsPerFunction: options.environmentsPerFunction ?? 2,
    envOf: (name) => {
      const spec = functions.find((one) => one.name === name);
      return spec ? environmentOf(spec, env) : {};
    },
    logs,
    sample,
    onSegment: (segment) => engines.traces.add(segment),
    onFinished: () => sources?.nudge(),
  });
  const running = runtime;
  undo.push(() => running.close());

  const client = new DynamoDBClient({ endpoint: engines.dynamo.endpoint, region, credentials });
  undo.push(() => client.destroy());
  const table = { client, tableName: names.table };
  const { streamArn } = await ensureTable(client, names.table);
  const edgeCache = createEdgeCache({ maxBytes: 64 * 1024 * 1024 });
  const kvsSync = createKvsSync({ table, kvs, onHostChanged: (host) => edgeCache.purge(host) });
  kvs.put(hostKeyOf(platformHost), JSON.stringify(platformEntry));
  await kvsSync.load();

  const cdn = createCdn({
    storePort: engines.s3.port,
    releasesBucket: names.releasesBucket,
    mediaBucket: names.mediaBucket,
  });
  const viewers = viewerFunctionLoader({ distDir, kvs, logs });
  const edge = createEdge({
    runtime: running,
    callOrigin: createOrigin({ runtime: running, functions }),
    cache: edgeCache,
    viewerRequest: () => viewers.get('edge-viewer-request'),
    viewerResponse: () => viewers.get('edge-viewer-response'),
    originRequest: 'edge-origin-request',
    customHeaders: {
      [headers.edgeSigningKeys]: Buffer.from(JSON.stringify(secrets.tenantSigningKeys)).toString('base64'),
    },
    viewerCountry: options.viewerCountry ?? process.env['TESSERA_VIEWER_COUNTRY'],
    log: (line) => logs.write('edge', line),
    sample,
    onSegment: (segment) => engines.traces.add(segment),
  });
  const sources = startSources({
    functions,
    runtime: running,
    engines,
    streamArn,
    region,
    credentials,
    kvsSync,
    logs,
    scheduleMs: (name) => options.scheduleMs ?? (name === 'worker-domains' ? 5_000 : 60_000),
  });
  // A function that runs for a minute must not hold up the stop: it ends with its environment.
  undo.push(() => Promise.all([sources.stop(), running.close()]));
  front.open(edge, cdn);

  return {
    port,
    env,
    secrets,
    kvs,
    edgeCache,
    mail: engines.mail,
    logs,
    runtime: running,
    engines,
    urlOf,
    invoke: (name, event) => invokeOrThrow(running, name, event),
    handle: (host, listener) => void services.set(host, listener),
    runSchedule: (name) => sources.runSchedule(name),
    async refresh() {
      cdn.purge();
      edgeCache.purge();
      await kvsSync.load();
    },
    reload(name) {
      running.reload(name);
      viewers.reload();
      edgeCache.purge();
    },
    warm: (wanted = ['edge-origin-request', 'composition', 'catalog', 'catalog-render', 'session', 'checkout']) =>
      running.warm(wanted),
    async stop() {
      await gateway.stop();
      await unwind();
    },
  };
}
