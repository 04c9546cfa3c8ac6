import { isPlatformOwned } from '../../admin/domain/domains.ts';
import type { Clock } from '../../platform/clock.ts';
import type { AuditLog } from '../../table/audit-log.ts';
import type { DomainItem } from '../../table/domain.ts';
import { advance, type Seen } from './advance.ts';
import type { Certificates } from './certificates.ts';
import type { Dns } from './dns.ts';
import type { DomainChange, DomainWatch } from './domain-watch.ts';
import { lookUp } from './look-up.ts';

export interface DomainPorts {
  domains: DomainWatch;
  dns: Dns;
  certificates: Certificates;
  audit: AuditLog;
  clock: Clock;
  newId(): string;
  failed(host: string, error: unknown): void;
}

/** Looks at each of a tenant's domains once; one that cannot be looked at does not hold up the others. */
export async function watchDomains(ports: DomainPorts): Promise<void> {
  for (const domain of await ports.domains.list()) {
    try {
      if (isPlatformOwned(domain)) await serve(domain, ports);
      else await (domain.state === 'removed' ? clean(domain, ports) : look(domain, ports));
    } catch (error) {
      ports.failed(domain.host, error);
    }
  }
}

async function serve(domain: DomainItem, { domains, certificates, clock }: DomainPorts): Promise<void> {
  if (domain.certificateId) return;
  const certificateId = await certificates.serve(domain.host);
  const change = { state: domain.state, records: domain.records, problem: undefined, certificateId };
  await domains.change(domain, change, clock().toISOString());
}

async function clean(domain: DomainItem, { domains, certificates }: DomainPorts): Promise<void> {
  if (domain.certificateId) await certificates.remove(domain.certificateId);
  await domains.forget(domain);
}

async function look(domain: DomainItem, ports: DomainPorts): Promise<void> {
  const change = await judge(domain, ports);
  if (isSame(domain, change)) return;
  const at = ports.clock().toISOString();
  const changed = await ports.domains.change(domain, change, at);
  if (!changed || change.state === domain.state) return;
  await ports.audit.record({
    entity: `domain:${domain.host}`,
    at,
    auditId: ports.newId(),
    what: `domain.${change.state}`,
    by: 'worker-domains',
    ...(change.problem ? { data: { problem: change.problem } } : {}),
  });
}

async function judge(domain: DomainItem, { dns, certificates }: DomainPorts): Promise<DomainChange> {
  const { state, records, certificateId } = domain;
  const looked = await lookUp(records, dns).catch(() => undefined);
  if (!looked) return { state, records, problem: 'dns_unreachable', certificateId };
  const certificate: Seen['certificate'] = certificateId ? await certificates.status(certificateId) : 'none';
  const verdict = advance(state, { ...looked, certificate });
  const id = verdict.state !== 'cert_pending' || certificate === 'pending' ? certificateId : undefined;
  return {
    ...verdict,
    records: looked.records,
    // A first one, and another after one that failed.
    certificateId: verdict.state === 'cert_pending' && !id ? await certificates.request(domain.host) : id,
    problem: verdict.problem,
  };
}

const isSame = (domain: DomainItem, change: DomainChange): boolean =>
  domain.state === change.state &&
  domain.problem === change.problem &&
  domain.certificateId === change.certificateId &&
  domain.records.every(({ seen }, index) => seen === change.records[index]?.seen);
