import vm from 'node:vm';

export const viewerCodeLimitBytes = 10 * 1024;
/** Wall time, on a machine that may be busy: it ends endless loops, and is no measure of the real limit of about 1 ms. */
const guardTimeoutMs = 1_000;
const suspiciousMs = 50;
const guardedRuns = 20;

/** A CloudFront Function could not be taken, or did not answer; visitors get 503. */
export class ViewerFunctionError extends Error {}

export interface ViewerFunction {
  run(event: object): unknown;
  readonly stats: { runs: number; errors: number; slowestMs: number };
}

/**
 * A CloudFront Function: one script in a context that has the language, `cloudfront` and nothing else. It runs to its end
 * within the call. The guard against endless loops costs a thread per run, so a function that has proven quick runs
 * without it until it is slow again.
 */
export function createViewerFunction(options: {
  code: string;
  get(key: string): string | undefined;
  log?(line: string): void;
}): ViewerFunction {
  if (Buffer.byteLength(options.code) > viewerCodeLimitBytes)
    throw new ViewerFunctionError(`the code is larger than ${viewerCodeLimitBytes} bytes`);
  const context = vm.createContext(
    {},
    { microtaskMode: 'afterEvaluate', codeGeneration: { strings: false, wasm: false } },
  );
  const provide = vm.runInContext(prelude, context) as (get: unknown, log: unknown) => void;
  provide(
    (key: unknown) => options.get(String(key)),
    (line: unknown) => options.log?.(String(line)),
  );
  vm.runInContext(toScript(options.code), context, { timeout: 1_000 });
  const call = new vm.Script(invocation);
  const stats = { runs: 0, errors: 0, slowestMs: 0 };
  let guarded = guardedRuns;

  function run(event: object): unknown {
    context['__event'] = JSON.stringify(event);
    context['__result'] = undefined;
    context['__error'] = undefined;
    const startedAt = performance.now();
    try {
      call.runInContext(context, guarded > 0 ? { timeout: guardTimeoutMs } : {});
    } catch (cause) {
      throw new ViewerFunctionError('the function did not end in time', { cause });
    } finally {
      const tookMs = performance.now() - startedAt;
      stats.slowestMs = Math.max(stats.slowestMs, tookMs);
      guarded = tookMs > suspiciousMs ? guardedRuns : Math.max(0, guarded - 1);
    }
    const { __result: result, __error: error } = context;
    if (typeof result === 'string') return JSON.parse(result);
    throw new ViewerFunctionError(
      typeof error === 'string' ? error : 'the function waits for something that never comes',
    );
  }

  return {
    stats,
    run(event) {
      stats.runs += 1;
      try {
        return run(event);
      } catch (error) {
        stats.errors += 1;
        throw error;
      }
    },
  };
}

/** The runtime knows `import cf from 'cloudfront'` and a function called `handler`. */
function toScript(code: string): string {
  const script = code.replace(/\bimport\s+([\w$]+)\s+from\s*["']cloudfront["'];?/g, 'const $1 = __cloudfront;');
  if (/^\s*(?:import|export)\b/m.test(script)) throw new ViewerFunctionError('only `cloudfront` can be imported');
  return `${script}\n;globalThis.__handler = handler;`;
}

const prelude = `(get, log) => {
  const store = {
    async get(key, options) {
      const value = get(key);
      if (value === undefined) throw new Error('KeyNotFound: ' + key);
      return options && options.format === 'json' ? JSON.parse(value) : value;
    },
    async exists(key) { return get(key) !== undefined; },
  };
  globalThis.__cloudfront = Object.freeze({ kvs: () => store });
  globalThis.console = { log: (...parts) => log(parts.map(String).join(' ')) };
}`;

const invocation = `(async () => __handler(JSON.parse(__event)))().then(
  (value) => { __result = JSON.stringify(value) },
  (error) => { __error = String(error) })`;
