import { Worker } from 'node:worker_threads';

export interface S3Engine {
  /** Loopback port of the bare store, which verifies nothing. */
  port: number;
  stop(): Promise<void>;
}

/** s3rver in a thread of its own: it ends with us, and its file work stays off the main thread. */
export async function startS3(options: { directory: string; buckets: readonly string[] }): Promise<S3Engine> {
  const worker = new Worker(new URL('./s3rver-worker.ts', import.meta.url), {
    name: 's3',
    workerData: options,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', (message: unknown) => resolve(Number(message)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the object store ended with code ${code}`)));
  });
  worker.removeAllListeners('exit');
  return { port, stop: async () => void (await worker.terminate()) };
}
