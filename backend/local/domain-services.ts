import type { RequestListener } from 'node:http';
import { Resolver } from 'node:dns/promises';
import { createAuthority } from './certificates/authority.ts';
import { distribution, startDistributionApi } from './cloudfront/distribution-api.ts';
import { openDistributionTenants } from './cloudfront/distribution-tenants.ts';
import { createDnsPage } from './dns/page.ts';
import { startDnsServer } from './dns/server.ts';
import { createZone } from './dns/zone.ts';

/** Host that shops' own domains are aliases of. */
export const domainTarget = 'shops.localhost';

export interface DomainServices {
  /** For `worker-domains` and `admin`. */
  env: Readonly<Record<string, string>>;
  handlers: Readonly<Record<string, RequestListener>>;
  stop(): Promise<void>;
}

/** What a shop's own domain needs of the world: a name server, and an edge that makes hosts reachable with a certificate. */
export async function startDomainServices(stateOf: (...parts: string[]) => string): Promise<DomainServices> {
  const zone = createZone(stateOf('dns', 'records.json'), [{ type: 'A', name: domainTarget, value: '127.0.0.1' }]);
  const names = await startDnsServer(zone);
  const resolver = new Resolver({ timeout: 1_000, tries: 2 });
  resolver.setServers([names.address]);
  const authority = createAuthority({
    file: stateOf('dns', 'certificates.json'),
    arrives: async (host) => (await resolver.resolve4(host).catch((): string[] => [])).includes('127.0.0.1'),
  });
  const tenants = openDistributionTenants(stateOf('dns', 'distribution-tenants.json'));
  const cloudFront = await startDistributionApi(tenants, authority);
  return {
    env: {
      DOMAIN_TARGET: domainTarget,
      DNS_SERVERS: names.address,
      DISTRIBUTION_ID: distribution.id,
      CONNECTION_GROUP_ID: distribution.connectionGroupId,
      AWS_ENDPOINT_URL_CLOUDFRONT: cloudFront.endpoint,
    },
    handlers: { 'dns.localhost': createDnsPage({ zone, certificates: () => authority.list() }) },
    async stop() {
      await Promise.all([names.stop(), cloudFront.stop()]);
    },
  };
}
