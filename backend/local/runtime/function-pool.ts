import {
  createLambdaEnvironment,
  type LambdaEnvironment,
  type Outcome,
  type StreamSink,
} from './lambda-environment.ts';
import { newStats, recordDuration, type FunctionStats } from './function-stats.ts';
import type { EnvironmentSettings, InvokeMessage } from './protocol.ts';

export interface PoolOptions {
  settings: EnvironmentSettings;
  env: Readonly<Record<string, string>>;
  timeoutMs: number;
  environments: number;
  /** Requests that may wait for a free environment; above it the function throttles. */
  maxQueued?: number;
  onLog(line: string): void;
  /** How an environment is made: a thread, or a process for code of somebody else. */
  createEnvironment?: typeof createLambdaEnvironment;
  /** Counted together with other pools. */
  stats?: FunctionStats;
}

export type PoolOutcome = Outcome | { kind: 'throttled' };

export interface FunctionPool {
  readonly stats: FunctionStats;
  readonly size: number;
  readonly queued: number;
  run(message: InvokeMessage, options?: RunOptions): Promise<PoolOutcome>;
  /** Starts an environment before anybody asks. */
  warm(): void;
  /** New requests get environments that load the bundle afresh. */
  reload(): void;
  close(): Promise<void>;
}

export interface RunOptions {
  sink?: StreamSink;
  signal?: AbortSignal;
  /** Whose environment, where a function is isolated by tenant. */
  tenantId?: string;
}

type Taker = (environment: LambdaEnvironment | undefined) => void;

/** The environments of one function, with a queue in front. */
export function createFunctionPool(options: PoolOptions): FunctionPool {
  const { stats = newStats(), createEnvironment = createLambdaEnvironment } = options;
  const idle: LambdaEnvironment[] = [];
  const all = new Set<LambdaEnvironment>();
  const waiting: Taker[] = [];
  const maxQueued = options.maxQueued ?? 1_000;
  let generation = new WeakSet<LambdaEnvironment>();
  let closed = false;

  function start(): LambdaEnvironment {
    const environment = createEnvironment({
      settings: options.settings,
      env: options.env,
      onLog: options.onLog,
      onReady(initMs) {
        stats.coldStarts += 1;
        stats.lastInitMs = initMs;
      },
    });
    all.add(environment);
    generation.add(environment);
    return environment;
  }

  function take(): LambdaEnvironment | Promise<LambdaEnvironment | undefined> | undefined {
    for (let environment = idle.pop(); environment; environment = idle.pop()) {
      if (environment.alive && generation.has(environment)) return environment;
      retire(environment);
    }
    if (all.size < options.environments) return start();
    if (waiting.length >= maxQueued) return undefined;
    return new Promise((resolve) => waiting.push(resolve));
  }

  function release(environment: LambdaEnvironment): void {
    const usable = environment.alive && generation.has(environment) && !closed;
    if (!usable) retire(environment);
    const next = waiting.shift();
    if (next) next(closed ? undefined : usable ? environment : start());
    else if (usable) idle.push(environment);
  }

  function retire(environment: LambdaEnvironment): void {
    all.delete(environment);
    void environment.close();
  }

  return {
    stats,
    get size() {
      return all.size;
    },
    get queued() {
      return waiting.length;
    },
    async run(message, { sink, signal } = {}) {
      const environment = closed ? undefined : await take();
      if (!environment) {
        stats.throttles += 1;
        return { kind: 'throttled' };
      }
      const startedAt = performance.now();
      const abort = (): void => environment.abort();
      signal?.addEventListener('abort', abort, { once: true });
      const outcome = await environment.invoke(message, options.timeoutMs, sink);
      signal?.removeEventListener('abort', abort);
      recordDuration(stats, performance.now() - startedAt);
      // A reader who has left makes the function's writes fail; that is no error of the function.
      if (outcome.kind === 'error' && !signal?.aborted) stats.errors += 1;
      if (outcome.kind === 'timeout') stats.timeouts += 1;
      release(environment);
      return outcome;
    },
    warm() {
      if (!closed && all.size === 0) idle.push(start());
    },
    reload() {
      generation = new WeakSet();
      for (const environment of idle.splice(0)) retire(environment);
    },
    async close() {
      closed = true;
      for (const take of waiting.splice(0)) take(undefined);
      await Promise.all([...all].map((environment) => environment.close()));
    },
  };
}
