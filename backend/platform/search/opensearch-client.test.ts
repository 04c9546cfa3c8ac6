import { createServer, type IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createOpenSearchClient, OpenSearchError } from './opensearch-client.ts';

async function answering(status: number, body: string) {
  const seen: { request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (request, response) => {
    seen.push({ request, body: Buffer.concat(await request.toArray()).toString() });
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { client: createOpenSearchClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-central-1' }), seen };
}

test('sends lines for a bulk call and an object for any other', async () => {
  const { client, seen } = await answering(200, '{"ok":true}');
  expect(await client.call('POST', '/_bulk', [{ a: 1 }, { b: 2 }])).toEqual({ ok: true });
  await client.call('POST', '/x/_search', { size: 1 });
  expect(seen.map(({ body, request }) => [request.headers['content-type'], body])).toEqual([
    ['application/x-ndjson', '{"a":1}\n{"b":2}\n'],
    ['application/json', '{"size":1}'],
  ]);
});

test('names the error that OpenSearch names', async () => {
  const { client } = await answering(
    404,
    '{"error":{"root_cause":[{"type":"index_not_found_exception"}]},"status":404}',
  );
  const error = await client.call('POST', '/x/_search', {}).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OpenSearchError);
  expect(error).toMatchObject({ status: 404, type: 'index_not_found_exception' });
});
