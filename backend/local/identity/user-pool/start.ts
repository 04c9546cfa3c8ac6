import { Worker } from 'node:worker_threads';
import type { CodeMessage, FromUserPool } from './protocol.ts';

export interface UserPoolEngine {
  endpoint: string;
  stop(): Promise<void>;
}

/** cognito-local in a thread of its own; the codes it would mail arrive at `onCode`. */
export function startUserPool(options: {
  directory: string;
  salt: string;
  onCode: (message: CodeMessage) => void;
}): Promise<UserPoolEngine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { directory: options.directory, salt: options.salt },
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: FromUserPool) => {
      if (message.type === 'code') return options.onCode(message);
      resolve({
        endpoint: `http://127.0.0.1:${message.port}`,
        async stop() {
          await worker.terminate();
        },
      });
    });
  });
}
