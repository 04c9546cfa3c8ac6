import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  port: number;
  stop(): Promise<void>;
}

interface ListenOptions {
  /** 0 for any. */
  port: number;
  host?: string;
  /** What ends with it. */
  stop(): Promise<void>;
}

/** Rejects where the port is taken, and has stopped then what was to end with it. */
export async function listen(answer: RequestListener, { port, host, stop }: ListenOptions): Promise<Listening> {
  const server = createServer(answer);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => resolve());
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      await stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
