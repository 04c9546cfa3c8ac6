import { mkdir, readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import { answerSearch, type Indexes } from './operations.ts';
import { TenantIndex } from './tenant-index.ts';

export interface SearchServer {
  server: Server;
  endpoint: string;
}

/** Serves the indexes of all tenants. With a folder they outlive the process. */
export async function startSearchServer(options: { port: number; dataDir?: string }): Promise<SearchServer> {
  const indexes = await openIndexes(options.dataDir);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://search');
    readJson(request)
      .then((body) => answerSearch(indexes, `${request.method} ${url.pathname}`, body))
      .catch((error: unknown) => ({ status: 400, body: { error: String(error) } }))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('search has no port');
  return { server, endpoint: `http://127.0.0.1:${address.port}` };
}

async function openIndexes(dataDir: string | undefined): Promise<Indexes> {
  const open = new Map<string, Promise<TenantIndex>>();
  const get = (tenantId: string) => {
    const known = open.get(tenantId);
    if (known) return known;
    const opening = TenantIndex.open(dataDir && path.join(dataDir, `${tenantId}.ndjson`));
    open.set(tenantId, opening);
    return opening;
  };
  if (dataDir) {
    await mkdir(dataDir, { recursive: true });
    const journals = (await readdir(dataDir)).filter((name) => name.endsWith('.ndjson'));
    await Promise.all(journals.map((name) => get(name.replace(/\.ndjson$/, ''))));
  }
  return { get };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
