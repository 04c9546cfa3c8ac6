import { CognitoError, UnsupportedError } from 'cognito-local/lib/errors.js';
import type { Router } from 'cognito-local/lib/server/Router.js';
import type { Context } from 'cognito-local/lib/services/context.js';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

const maxBodyBytes = 256 * 1024;

/** Speaks the AWS JSON 1.1 protocol on loopback. */
export function createUserPoolServer(router: Router, context: Context): Server {
  return createServer((request, response) => {
    void answer(router, context, request).then(({ status, body }) => send(response, status, body));
  });
}

async function answer(router: Router, context: Context, request: IncomingMessage) {
  const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
  if (!target) return { status: 400, body: { __type: 'UnknownOperationException', message: 'No x-amz-target' } };
  try {
    const output: unknown = await router(target)(context, await readJson(request));
    return { status: 200, body: output };
  } catch (error) {
    if (error instanceof CognitoError) return { status: 400, body: { __type: error.code, message: error.message } };
    if (error instanceof UnsupportedError)
      return { status: 400, body: { __type: 'UnsupportedOperationException', message: error.message } };
    if (error instanceof SyntaxError)
      return { status: 400, body: { __type: 'SerializationException', message: 'The body is not JSON' } };
    const message = error instanceof Error ? error.message : 'unknown';
    return { status: 500, body: { __type: 'InternalErrorException', message } };
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new SyntaxError('too large');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body ?? {}, toWire));
}

/** The protocol's dates are epoch seconds; JSON.stringify has already called toJSON on `value`. */
function toWire(this: unknown, key: string, value: unknown): unknown {
  const raw = (this as Record<string, unknown>)[key];
  return raw instanceof Date ? raw.getTime() / 1000 : value;
}
