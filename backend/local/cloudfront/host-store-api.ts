import { z } from 'zod';
import type { KeyValueStore } from '../edge/kvs.ts';
import { json, serviceError, type ServiceReply } from '../engines/service-reply.ts';
import { accountId } from '../runtime/lambda-context.ts';
import { listenOnLoopback, type ApiRequest } from './loopback.ts';

export const hostStoreArn = `arn:aws:cloudfront::${accountId}:key-value-store/hosts`;

const Update = z.object({
  Puts: z
    .array(z.object({ Key: z.string(), Value: z.string() }))
    .max(50)
    .default([]),
  Deletes: z
    .array(z.object({ Key: z.string() }))
    .max(50)
    .default([]),
});

/** CloudFront's API of key-value stores, before the one of this machine. Its client puts the account before the host. */
export async function startHostStoreApi(kvs: KeyValueStore): Promise<{ endpoint: string; stop(): Promise<void> }> {
  let version = 1;
  const stopCounting = kvs.onChange(() => (version += 1));
  const etag = () => ({ etag: `"${version}"` });

  function update(request: ApiRequest): ServiceReply {
    if (request.headers['if-match'] !== etag().etag)
      return serviceError('ConflictException', 'The store has changed meanwhile.', 409);
    const parsed = Update.safeParse(JSON.parse(request.body));
    if (!parsed.success) return serviceError('ValidationException', z.prettifyError(parsed.error));
    for (const { Key, Value } of parsed.data.Puts) kvs.put(Key, Value);
    for (const { Key } of parsed.data.Deletes) kvs.delete(Key);
    return { ...json(summaryOf(kvs), 200, 'application/json'), headers: etag() };
  }

  const server = await listenOnLoopback(
    (request) => {
      const [, root, arn, keys, key] = request.url.pathname.split('/').map(decodeURIComponent);
      if (root !== 'key-value-stores' || arn !== hostStoreArn)
        return serviceError('ResourceNotFoundException', `There is no store ${arn}.`, 404);
      if (request.method === 'POST' && keys === 'keys') return update(request);
      if (request.method === 'GET' && keys === undefined)
        return { ...json({ ...summaryOf(kvs), KvsARN: arn, Created: 0 }, 200, 'application/json'), headers: etag() };
      const value = key === undefined ? undefined : kvs.get(key);
      return request.method === 'GET' && value !== undefined
        ? json({ Key: key, Value: value, ...summaryOf(kvs) }, 200, 'application/json')
        : serviceError('ResourceNotFoundException', `There is no key ${key}.`, 404);
    },
    (message) => serviceError('InternalServerException', message, 500),
  );
  return {
    endpoint: `http://localhost:${server.port}`,
    async stop() {
      stopCounting();
      await server.stop();
    },
  };
}

function summaryOf(kvs: KeyValueStore) {
  const entries = kvs.list();
  return { ItemCount: entries.length, TotalSizeInBytes: Buffer.byteLength(entries.flat().join('')) };
}
