import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Runtime } from '../runtime/runtime.ts';
import { createEventBridgeApi, type EventBridgeOptions } from './eventbridge-api.ts';
import { invokeFunction } from './lambda-api.ts';
import type { MailStore } from './mail-store.ts';
import type { MessageStore } from './message-store.ts';
import { readBody, serviceError, type ServiceReply } from './service-reply.ts';
import { sendEmail } from './ses-api.ts';
import { createSqsApi } from './sqs-api.ts';

export interface ServicesOptions {
  store: MessageStore;
  mail: MailStore;
  /** Queue → detail-types. */
  rules: EventBridgeOptions['rules'];
  /** Queues that no rule fills. */
  moreQueues?: readonly string[];
  bus: string;
  region: string;
  runtime(): Runtime | undefined;
}

export interface Services {
  endpoint: string;
  stop(): Promise<void>;
}

const maxBodyBytes = 8 * 1024 * 1024;

/** SQS, EventBridge, SES and Lambda behind one loopback address, told apart as their protocols do it. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const queues = [...Object.keys(options.rules), ...(options.moreQueues ?? [])];
  let endpoint = '';
  const sqs = createSqsApi({ store: options.store, queues, endpoint: () => endpoint });
  const events = createEventBridgeApi(options);
  const targets: Record<string, (input: unknown) => ServiceReply | Promise<ServiceReply>> = {
    ...prefixed('AmazonSQS.', sqs.actions),
    ...prefixed('AWSEvents.', events.actions),
  };

  async function answer(request: IncomingMessage): Promise<ServiceReply> {
    const body = await readBody(request, maxBodyBytes);
    if (!body) return serviceError('RequestTooLargeException', 'The request is too large.', 413);
    const target = String(request.headers['x-amz-target'] ?? '');
    const action = targets[target];
    if (action) return action(JSON.parse(body.toString() || '{}'));
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    if (pathname === '/v2/email/outbound-emails') return sendEmail(options.mail, JSON.parse(body.toString()));
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(pathname)?.[1];
    const runtime = options.runtime();
    if (name && runtime) {
      const qualifier = searchParams.get('Qualifier') ?? undefined;
      return invokeFunction(runtime, functionNameOf(name), { headers: request.headers, body, qualifier });
    }
    return serviceError('UnknownOperationException', `Nothing here answers ${target || pathname}.`, 404);
  }

  const server = createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => {
        if (error instanceof z.ZodError) return serviceError('ValidationException', z.prettifyError(error));
        if (error instanceof SyntaxError) return serviceError('SerializationException', 'The body is no JSON.');
        return serviceError('InternalFailure', String(error), 500);
      })
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    endpoint,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Function name, or the name at the end of an ARN. */
const functionNameOf = (segment: string): string =>
  decodeURIComponent(segment)
    .replace(/^arn:[^/]*:function:/, '')
    .replace(/:.*$/, '');

function prefixed<T>(prefix: string, actions: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(actions).map(([name, action]) => [prefix + name, action]));
}

function send(response: ServerResponse, reply: ServiceReply): void {
  response
    .writeHead(reply.status, {
      'content-type': reply.contentType,
      'content-length': Buffer.byteLength(reply.body),
      ...reply.headers,
    })
    .end(reply.body);
}
