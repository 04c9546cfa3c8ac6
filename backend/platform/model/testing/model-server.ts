import { EventStreamCodec } from '@smithy/core/event-streams';
import { fromUtf8, toUtf8 } from '@smithy/core/serde';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  createServer as createHttp2Server,
  type Http2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { text } from 'node:stream/consumers';

type Incoming = IncomingMessage | Http2ServerRequest;
type Outgoing = ServerResponse | Http2ServerResponse;

export interface Asked {
  path: string;
  body: unknown;
}

/** A model that answers in given pieces, and embeds a text as its length and its words, by the protocols of both adapters. */
export async function startModelServer(pieces: readonly string[]) {
  const asked: Asked[] = [];
  const answer = async (request: Incoming, response: Outgoing): Promise<void> => {
    const path = decodeURIComponent(request.url ?? '');
    const body: unknown = JSON.parse(await text(request));
    asked.push({ path, body });
    if (path.includes('/broken') || JSON.stringify(body).includes('"broken"')) return fail(response);
    if (path === '/api/embed') return send(response, { embeddings: textsOf(body, 'input').map(embed) });
    if (path === '/api/chat')
      return end(response, pieces.map((content) => `${JSON.stringify({ message: { content } })}\n`).join(''));
    if (path.endsWith('/invoke')) return send(response, { embedding: embed(textsOf(body, 'inputText')[0] ?? '') });
    response.setHeader('content-type', 'application/vnd.amazon.eventstream');
    const events = pieces.map((piece, index) =>
      toEvent('contentBlockDelta', { contentBlockIndex: index, delta: { text: piece } }),
    );
    end(response, Buffer.concat([...events, toEvent('messageStop', { stopReason: 'end_turn' })]));
  };
  const plain = createServer((request, response) => void answer(request, response));
  // What the client of Bedrock speaks.
  const http2 = createHttp2Server((request, response) => void answer(request, response));
  return {
    endpoint: await listen(plain),
    http2Endpoint: await listen(http2),
    asked,
    stop: () => Promise.all([plain, http2].map((server) => new Promise((resolve) => server.close(resolve)))),
  };
}

async function listen(server: Server | Http2Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const embed = (value: string) => [value.length, value.split(' ').length];

function end(response: Outgoing, body: string | Buffer): void {
  response.end(body);
}

function send(response: Outgoing, body: unknown): void {
  response.setHeader('content-type', 'application/json');
  end(response, JSON.stringify(body));
}

function fail(response: Outgoing): void {
  response.statusCode = 400;
  response.setHeader('x-amzn-errortype', 'ValidationException');
  end(response, '{"message":"no"}');
}

function textsOf(body: unknown, name: string): string[] {
  const value = body && typeof body === 'object' ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined;
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

const codec = new EventStreamCodec(toUtf8, fromUtf8);

const toEvent = (type: string, detail: unknown): Uint8Array =>
  codec.encode({
    headers: {
      ':message-type': { type: 'string', value: 'event' },
      ':event-type': { type: 'string', value: type },
      ':content-type': { type: 'string', value: 'application/json' },
    },
    body: Buffer.from(JSON.stringify(detail)),
  });
