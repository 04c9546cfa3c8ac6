import { Resolver } from 'node:dns/promises';

/** Answers of the domain name system; nothing found is an empty list, an outage is thrown. */
export interface Dns {
  txt(name: string): Promise<string[]>;
  cname(name: string): Promise<string[]>;
  addresses(name: string): Promise<string[]>;
}

const nothingFound = new Set(['ENOTFOUND', 'ENODATA']);

export function createDns(servers: readonly string[]): Dns {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  return {
    txt: (name) => found(async () => (await resolver.resolveTxt(name)).map((parts) => parts.join(''))),
    cname: (name) => found(async () => (await resolver.resolveCname(name)).map((host) => host.toLowerCase())),
    addresses: (name) => found(() => resolver.resolve4(name)),
  };
}

async function found(ask: () => Promise<string[]>): Promise<string[]> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && 'code' in error && nothingFound.has(String(error.code))) return [];
    throw error;
  }
}
