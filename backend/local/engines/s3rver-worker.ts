import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** s3rver has no types; this is the part of it that we touch. */
interface Store {
  getResourcePath(bucket: string, key: string, resource: 'object'): string;
  putMetadata(bucket: string, key: string, metadata: Record<string, string>, md5: string): Promise<void>;
}
interface StoredObject {
  bucket: string;
  key: string;
  content: Buffer | Readable;
  metadata: Record<string, string>;
}
interface Server {
  store: Store;
  context: { store: Store };
  httpServer: { keepAliveTimeout: number };
  run(): Promise<{ port: number }>;
}

const require = createRequire(import.meta.url);
const S3rver = require('s3rver') as new (options: Record<string, unknown>) => Server;
const FilesystemStore = require('s3rver/lib/stores/filesystem') as new (directory: string) => Store;

const { directory, buckets } = workerData as { directory: string; buckets: readonly string[] };
const data = path.join(directory, 'data');
const uploads = path.join(directory, 'unfinished');

/**
 * s3rver writes an object in place and answers before its last byte is on disk: a broken upload would leave half an
 * object, and a reader could come too early. Here an object appears whole, by a rename.
 */
class AtomicStore extends FilesystemStore {
  async putObject({ bucket, key, content, metadata }: StoredObject): Promise<{ size: number; md5: string }> {
    const final = this.getResourcePath(bucket, key, 'object');
    const unfinished = path.join(uploads, randomUUID());
    await mkdir(path.dirname(final), { recursive: true });
    const hash = createHash('md5');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
      await pipeline(source, measure, createWriteStream(unfinished));
      const md5 = hash.digest('hex');
      await this.putMetadata(bucket, key, metadata, md5);
      await rename(unfinished, final);
      return { size, md5 };
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }
}

rmSync(uploads, { recursive: true, force: true });
mkdirSync(uploads, { recursive: true });
mkdirSync(data, { recursive: true });
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: data,
  vhostBuckets: false,
  configureBuckets: buckets.map((name) => ({ name, configs: [] })),
});
const store = new AtomicStore(data);
server.store = store;
server.context.store = store;
const { port } = await server.run();
// Longer than the gateway keeps a connection idle: it must never reuse one that is being closed here.
server.httpServer.keepAliveTimeout = 120_000;
parentPort?.postMessage(port);
