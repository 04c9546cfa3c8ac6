import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { FunctionSpec } from '../../functions.ts';
import { createFunctionPool, type FunctionPool, type PoolOptions, type PoolOutcome } from './function-pool.ts';
import { createIsolatedEnvironment } from './isolated-environment.ts';
import type { StreamSink } from './lambda-environment.ts';
import type { LogBook } from './log-book.ts';
import { maxPayloadBytes, type InvokeMessage } from './protocol.ts';
import { createTenantPools } from './tenant-pools.ts';
import { newSegmentId, newTraceId, parseTraceHeader, toTraceHeader } from './trace-header.ts';
import type { Segment } from './segment.ts';

export interface RuntimeOptions {
  functions: readonly FunctionSpec[];
  /** Holds `<name>/index.mjs` of every function. */
  distDir: string;
  region: string;
  environmentsPerFunction: number;
  envOf(spec: FunctionSpec): Readonly<Record<string, string>>;
  logs: LogBook;
  onSegment?(segment: Segment): void;
  /** A function has answered. */
  onFinished?(name: string): void;
  slices?: {
    /** Version of its slice that a function stands as. */
    versionOf(name: string): string | undefined;
    /** Bundle of a function as an earlier version; undefined where that stands, or is not kept any more. */
    bundleOf(name: string, version: string): string | undefined;
  };
  /** Decides on a call that belongs to no trace yet. */
  sample?(): boolean;
}

export interface InvokeOptions {
  answer: InvokeMessage['answer'];
  requestId?: string;
  trace?: string | undefined;
  sink?: StreamSink;
  signal?: AbortSignal;
  /** Of a function that is isolated by tenant. */
  tenantId?: string;
  /** Of the function's slice; one that is not kept gives way to what stands. */
  version?: string | undefined;
}

export type RuntimeOutcome = PoolOutcome | { kind: 'too-large' } | { kind: 'unknown-function' };

export interface Runtime {
  invoke(name: string, event: unknown, options: InvokeOptions): Promise<RuntimeOutcome>;
  /** Whether there is a function, and where a version is named, as that version. */
  has(name: string, version?: string): boolean;
  /** Whether a call must name a tenant. */
  isIsolated(name: string): boolean;
  pools(): ReadonlyMap<string, FunctionPool>;
  warm(names: readonly string[]): void;
  reload(name?: string): void;
  close(): Promise<void>;
}

export function createRuntime(options: RuntimeOptions): Runtime {
  const pools = new Map(
    options.functions
      .filter(({ kind }) => kind !== 'viewer-function')
      .map((spec): [string, FunctionPool] => [spec.name, poolOf(spec, options)]),
  );
  const versions = new Map<string, FunctionPool>();

  /** Pools of earlier versions start when they are first asked for. */
  function poolFor(name: string, version: string | undefined): FunctionPool | undefined {
    const bundle = version === undefined ? undefined : options.slices?.bundleOf(name, version);
    const spec = bundle === undefined ? undefined : options.functions.find((one) => one.name === name);
    if (bundle === undefined || !spec) return pools.get(name);
    const known = versions.get(bundle);
    if (known) return known;
    const pool = poolOf(spec, options, bundle);
    versions.set(bundle, pool);
    return pool;
  }

  return {
    pools: () => pools,
    has: (name, version) =>
      pools.has(name) &&
      (version === undefined ||
        options.slices?.versionOf(name) === version ||
        options.slices?.bundleOf(name, version) !== undefined),
    isIsolated: (name) => options.functions.some((spec) => spec.name === name && spec.isolation === 'tenant'),
    warm(names) {
      for (const name of names) pools.get(name)?.warm();
    },
    reload(name) {
      if (name !== undefined) return pools.get(name)?.reload();
      for (const pool of pools.values()) pool.reload();
      // What is needed of them starts again; what is not keeps no memory.
      for (const pool of versions.values()) void pool.close();
      versions.clear();
    },
    async close() {
      await Promise.all([...pools.values(), ...versions.values()].map((pool) => pool.close()));
    },
    async invoke(name, event, { tenantId, answer, requestId = randomUUID(), trace, sink, signal, version }) {
      const pool = poolFor(name, version);
      if (!pool) return { kind: 'unknown-function' };
      const json = typeof event === 'string' ? event : (JSON.stringify(event) ?? 'null');
      if (json.length > maxPayloadBytes) return { kind: 'too-large' };
      const span = openSpan(name, trace, options);
      const outcome = await pool.run(
        { type: 'invoke', requestId, event: json, deadlineMs: 0, trace: span.header, answer },
        { ...(sink ? { sink } : {}), ...(signal ? { signal } : {}), ...(tenantId === undefined ? {} : { tenantId }) },
      );
      span.close(outcome);
      options.onFinished?.(name);
      if ((outcome.kind === 'error' && !signal?.aborted) || outcome.kind === 'timeout')
        options.logs.write(name, describe(outcome, requestId));
      return outcome;
    },
  };
}

function poolOf(
  spec: FunctionSpec,
  options: RuntimeOptions,
  bundle = path.join(options.distDir, spec.name, 'index.mjs'),
): FunctionPool {
  const common: Omit<PoolOptions, 'environments'> = {
    settings: {
      functionName: spec.name,
      bundle,
      memoryMb: spec.memoryMb,
      region: options.region,
    },
    env: options.envOf(spec),
    timeoutMs: spec.timeoutMs,
    onLog: (line) => options.logs.write(spec.name, line),
  };
  if (spec.isolation !== 'tenant')
    return createFunctionPool({ ...common, environments: options.environmentsPerFunction });
  return createTenantPools({ ...common, ...isolated, createEnvironment: createIsolatedEnvironment });
}

/** Of a function that is isolated by tenant. */
const isolated = { maxTenants: 8, maxQueued: 8, idleMs: 60_000 } as const;

/** The segment the Lambda service itself records; what the function records hangs below it. */
function openSpan(name: string, trace: string | undefined, { onSegment, sample }: RuntimeOptions) {
  const startMs = Date.now();
  const given = parseTraceHeader(trace);
  const root = given?.root ?? newTraceId(startMs);
  const sampled = given?.sampled ?? sample?.() ?? false;
  const id = newSegmentId();
  return {
    header: toTraceHeader({ root, parent: id, sampled }),
    close(outcome: PoolOutcome): void {
      if (!sampled || !onSegment) return;
      onSegment({
        id,
        trace_id: root,
        name,
        origin: 'AWS::Lambda::Function',
        start_time: startMs / 1000,
        end_time: Date.now() / 1000,
        ...(given?.parent ? { parent_id: given.parent } : {}),
        ...(outcome.kind === 'error' || outcome.kind === 'timeout' ? { fault: true } : {}),
      });
    },
  };
}

function describe(outcome: PoolOutcome, requestId: string): string {
  const error =
    outcome.kind === 'error'
      ? outcome.error
      : { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out', trace: [] };
  return JSON.stringify({ level: 'ERROR', message: 'Invoke Error', requestId, ...error });
}
