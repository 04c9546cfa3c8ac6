import { createServer, type RequestListener, type Server } from 'node:http';
import type { KeyValueStore } from './edge/kvs.ts';
import { hostKeyOf } from '../edge/host-entry.ts';
import { sendProblem } from './problem-page.ts';
import { PlatformStartError } from './state-dir.ts';

export interface GatewayOptions {
  port: number;
  kvs: KeyValueStore;
  /** Hosts of the platform itself, e.g. `s3.localhost`. */
  services: ReadonlyMap<string, RequestListener>;
  /** Tenants' files. */
  cdn: RequestListener;
  /** A shop's host, or the platform host. */
  edge: RequestListener;
}

export interface Gateway {
  port: number;
  stop(): Promise<void>;
}

const cdnHost = /^cdn\.[a-z][a-z0-9-]{1,30}[a-z0-9]\.localhost$/;

/** The one public port: hosts tell services apart. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const listener: RequestListener = (request, response) => {
    const host = hostOf(request.headers.host);
    response.on('error', () => response.destroy());
    const service = options.services.get(host);
    if (service) return service(request, response);
    if (cdnHost.test(host)) return options.cdn(request, response);
    if (options.kvs.get(hostKeyOf(host)) !== undefined) return options.edge(request, response);
    return sendProblem(request, response, {
      status: 421,
      code: 'unknown_host',
      detail: `There is no shop at “${host}”. Check the address, or add the domain in the admin console.`,
    });
  };
  const servers = await listenOnLoopback(listener, options.port);
  const port = portOf(servers[0]);
  return {
    port,
    async stop() {
      await Promise.all(servers.map(close));
    },
  };
}

/** Throws what `startGateway` would throw for a port that cannot be had. */
export async function requireFreePort(port: number): Promise<void> {
  const servers = await listenOnLoopback((_request, response) => response.writeHead(503).end(), port);
  await Promise.all(servers.map(close));
}

async function listenOnLoopback(listener: RequestListener, port: number): Promise<[Server, ...Server[]]> {
  const first = await listen(listener, port, '127.0.0.1');
  try {
    return [first, await listen(listener, portOf(first), '::1')];
  } catch (error) {
    // A machine without IPv6 does without; a port taken on ::1 would send half of the visitors elsewhere.
    if (!(error instanceof PlatformStartError)) return [first];
    await close(first);
    throw error;
  }
}

export const hostOf = (header: string | undefined): string => (header ?? '').toLowerCase().replace(/\.?(?::\d+)?$/, '');

function listen(listener: RequestListener, port: number, address: string): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 120_000 }, listener);
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE' || cause.code === 'EACCES'
          ? new PlatformStartError('port-busy', portMessage(port, cause.code), { cause })
          : cause,
      ),
    );
    server.listen({ port, host: address, ...(address === '::1' ? { ipv6Only: true } : {}) }, () => resolve(server));
  });
}

const portMessage = (port: number, code: string): string =>
  code === 'EACCES'
    ? `Port ${port} may not be used by this account. Set PORT to another, e.g. PORT=8080.`
    : `Port ${port} is taken by another program. Stop it, or set PORT to another, e.g. PORT=${port + 1}.`;

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
