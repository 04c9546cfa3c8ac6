import { spawn } from 'node:child_process';
import { z } from 'zod';
import { isolatedCommand } from './isolated-command.ts';
import type { EnvironmentOptions, LambdaEnvironment, Outcome } from './lambda-environment.ts';
import { lineReader } from './line-reader.ts';
import { maxPayloadBytes, type FunctionError } from './protocol.ts';

const initTimeoutMs = 10_000;

const Failure = z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()) });
/** Whoever got out of the function's own bounds could write these, so they are read as anybody's. */
const FromProcess = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), initMs: z.number() }),
  z.object({ type: z.literal('init-failed'), error: Failure }),
  z.object({ type: z.literal('result'), payload: z.string().max(maxPayloadBytes) }),
  z.object({ type: z.literal('failed'), error: Failure }),
]);

/**
 * One execution environment for code of somebody else: a process of its own, which may read its bundle and nothing
 * besides, start nothing, reach nothing, and has no more memory than the function is given.
 */
export function createIsolatedEnvironment({ settings, env, onLog, onReady }: EnvironmentOptions): LambdaEnvironment {
  const { NODE_OPTIONS = '', ...variables } = env;
  const child = spawn(...isolatedCommand(settings, NODE_OPTIONS), {
    cwd: '/',
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) if (stream) lineReader(stream, onLog);
  let alive = true;
  let failure: FunctionError | undefined;
  let settle: ((outcome: Outcome) => void) | undefined;
  const ready = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  const initTimer = setTimeout(
    () => die({ errorType: 'Sandbox.Timedout', errorMessage: 'Init timed out', trace: [] }),
    initTimeoutMs,
  );

  function finish(outcome: Outcome): void {
    const done = settle;
    settle = undefined;
    done?.(outcome);
  }
  function die(error: FunctionError): void {
    alive = false;
    failure ??= error;
    clearTimeout(initTimer);
    ready.resolve();
    finish({ kind: 'error', error: failure });
    child.kill('SIGKILL');
  }
  child.on('message', (message: unknown) => {
    const read = FromProcess.safeParse(message);
    if (!read.success)
      die({ errorType: 'Sandbox.Protocol', errorMessage: 'The process said what it cannot', trace: [] });
    else if (read.data.type === 'ready') {
      clearTimeout(initTimer);
      onReady(read.data.initMs);
      ready.resolve();
    } else if (read.data.type === 'init-failed') die(read.data.error);
    else if (read.data.type === 'result') finish({ kind: 'json', payload: read.data.payload });
    else finish({ kind: 'error', error: read.data.error });
  });
  child.on('error', (error) => die({ errorType: error.name, errorMessage: error.message, trace: [] }));
  child.on('exit', (code, signal) => {
    gone.resolve();
    die({ errorType: 'Runtime.ExitError', errorMessage: `The process ended with ${signal ?? code}`, trace: [] });
  });

  return {
    get alive() {
      return alive;
    },
    abort: () => undefined,
    async invoke(message, timeoutMs) {
      await ready.promise;
      if (failure) return { kind: 'error', error: failure };
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      settle = resolve;
      const timer = setTimeout(() => {
        finish({ kind: 'timeout', afterMs: timeoutMs });
        die({
          errorType: 'Sandbox.Timedout',
          errorMessage: `Task timed out after ${timeoutMs / 1000} seconds`,
          trace: [],
        });
      }, timeoutMs);
      child.send({ event: message.event, requestId: message.requestId });
      const outcome = await promise;
      clearTimeout(timer);
      return outcome;
    },
    async close() {
      alive = false;
      clearTimeout(initTimer);
      child.kill('SIGKILL');
      if (child.pid !== undefined) await gone.promise;
    },
  };
}
