import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { embed } from './embedder.ts';
import { extractAnswer } from './extract.ts';

const EmbedRequest = z.object({ model: z.string(), input: z.union([z.string(), z.array(z.string())]) });
const ChatRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  stream: z.boolean().default(true),
});

/** Ollama's HTTP API over models that came from npm: embeddings by a sentence encoder, answers by extraction. */
export async function startModelServer(port = 0): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        response.writeHead(error instanceof z.ZodError || error instanceof SyntaxError ? 400 : 500, {
          'content-type': 'application/json',
        });
      response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('the model server has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://model');
  if (request.method === 'GET' && pathname === '/api/version') return json(response, { version: '0.1.0-tessera' });
  if (request.method === 'POST' && pathname === '/api/embed') {
    const { model, input } = EmbedRequest.parse(await readJson(request));
    const embeddings = await embed(typeof input === 'string' ? [input] : input);
    return json(response, { model, embeddings });
  }
  if (request.method === 'POST' && pathname === '/api/chat') {
    const { model, messages, stream } = ChatRequest.parse(await readJson(request));
    const text = await extractAnswer(messages, embed);
    return stream ? streamText(response, model, text) : json(response, toPiece(model, text, true));
  }
  response.writeHead(404, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: `no such operation: ${request.method} ${pathname}` }));
}

/** Word by word, as a model would: clients that wait for the end show it here. */
async function streamText(response: ServerResponse, model: string, text: string): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  for (const word of text.match(/\S+\s*/g) ?? []) {
    response.write(`${JSON.stringify(toPiece(model, word, false))}\n`);
    await delay(8);
  }
  response.end(`${JSON.stringify(toPiece(model, '', true))}\n`);
}

const toPiece = (model: string, content: string, done: boolean) => ({
  model,
  created_at: new Date().toISOString(),
  message: { role: 'assistant', content },
  done,
});

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
