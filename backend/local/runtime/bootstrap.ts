import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { toHttpAnswer } from './http-answer.ts';
import { captureOutput } from './output.ts';
import { toLambdaContext } from './lambda-context.ts';
import { resolveLocalhostNames } from './localhost-lookup.ts';
import {
  maxPayloadBytes,
  type EnvironmentSettings,
  type FromWorker,
  type FunctionError,
  type InvokeMessage,
  type ToWorker,
} from './protocol.ts';
import { ResponseStream } from './response-stream.ts';

/** Runs inside the worker: what AWS calls the runtime, from loading the bundle to answering one event after another. */

type Handler = (...args: unknown[]) => unknown;
const streaming = Symbol.for('tessera.streaming-handler');

const settings = workerData as EnvironmentSettings;
let current: ResponseStream | undefined;

const output = captureOutput(() => post({ type: 'logs' }));
const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void => {
  const lines = output.take();
  parentPort?.postMessage(lines.length > 0 ? { ...message, lines } : message, transfer);
};
process.on('exit', () => post({ type: 'logs' }));

Object.assign(globalThis, {
  awslambda: {
    streamifyResponse: (handler: Handler): Handler => Object.assign(handler, { [streaming]: true }),
    HttpResponseStream: {
      from(stream: ResponseStream, metadata: Record<string, unknown>): ResponseStream {
        stream.setMetadata(metadata);
        return stream;
      },
    },
  },
});
resolveLocalhostNames();

const startedAt = performance.now();
try {
  const bundle: unknown = await import(pathToFileURL(settings.bundle).href);
  const handler = handlerOf(bundle);
  parentPort?.on('message', (message: ToWorker) => receive(handler, message));
  post({ type: 'ready', initMs: performance.now() - startedAt });
} catch (error) {
  post({ type: 'init-failed', error: describe(error) });
}

function receive(handler: Handler, message: ToWorker): void {
  if (message.type === 'credit') current?.addCredit(message.bytes);
  else if (message.type === 'abort') current?.destroy();
  else void answer(handler, message).catch((error: unknown) => post({ type: 'failed', error: describe(error) }));
}

async function answer(handler: Handler, message: InvokeMessage): Promise<void> {
  process.env['_X_AMZN_TRACE_ID'] = message.trace;
  const context = toLambdaContext(settings, message);
  const event: unknown = JSON.parse(message.event);
  if (streaming in handler) await stream(handler, event, context);
  else sendBuffered(await call(handler, event, context), message.answer);
}

async function stream(handler: Handler, event: unknown, context: object): Promise<void> {
  const output = new ResponseStream(post);
  current = output;
  output.on('error', () => output.destroy());
  const closed = new Promise<void>((resolve) => output.once('close', resolve));
  try {
    await handler(event, output, context);
    if (!output.writableEnded) output.end();
    await closed;
    if (!output.writableFinished) post({ type: 'stream', end: true });
  } finally {
    current = undefined;
  }
}

function sendBuffered(result: unknown, kind: InvokeMessage['answer']): void {
  if (kind === 'json') {
    const payload = JSON.stringify(result) ?? 'null';
    requireSize(payload.length);
    post({ type: 'result', payload });
    return;
  }
  const { head, body } = toHttpAnswer(result);
  requireSize(body.byteLength);
  const own = body.byteLength === body.buffer.byteLength ? body : new Uint8Array(body);
  post({ type: 'http', head, body: own }, [own.buffer as ArrayBuffer]);
}

function requireSize(bytes: number): void {
  if (bytes > maxPayloadBytes)
    throw Object.assign(new Error(`Response payload size exceeded maximum allowed size (${maxPayloadBytes} bytes)`), {
      name: 'Function.ResponseSizeTooLarge',
    });
}

/** Handlers are async, or take Node's callback as their third argument. */
function call(handler: Handler, event: unknown, context: object): unknown {
  if (handler.length < 3) return handler(event, context);
  return new Promise((resolve, reject) => {
    const done = (error: unknown, value: unknown): void =>
      error ? reject(error instanceof Error ? error : new Error(String(error))) : resolve(value);
    const returned = handler(event, context, done);
    if (returned instanceof Promise) returned.then(resolve, reject);
  });
}

function handlerOf(bundle: unknown): Handler {
  if (typeof bundle === 'object' && bundle !== null && 'handler' in bundle && typeof bundle.handler === 'function')
    return bundle.handler as Handler;
  throw Object.assign(new Error('index.handler is undefined or not exported'), { name: 'Runtime.HandlerNotFound' });
}

function describe(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
