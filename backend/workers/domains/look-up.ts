import type { DomainItem } from '../../table/domain.ts';
import type { Dns } from './dns.ts';

/** Which of a domain's records are set. A name at the top of a zone cannot be an alias, so the same addresses will do. */
export async function lookUp(
  records: DomainItem['records'],
  dns: Dns,
): Promise<{ token: boolean; pointsHere: boolean; records: DomainItem['records'] }> {
  const seen = await Promise.all(
    records.map(async (record) => ({
      ...record,
      seen:
        record.type === 'TXT'
          ? (await dns.txt(record.name)).includes(record.value)
          : await leadsTo(record.name, record.value, dns),
    })),
  );
  const all = (type: 'TXT' | 'CNAME') => seen.every((record) => record.type !== type || record.seen);
  return { token: all('TXT'), pointsHere: all('CNAME'), records: seen };
}

async function leadsTo(host: string, target: string, dns: Dns): Promise<boolean> {
  if ((await dns.cname(host)).includes(target)) return true;
  const [own, wanted] = await Promise.all([dns.addresses(host), dns.addresses(target)]);
  return own.length > 0 && own.every((address) => wanted.includes(address));
}
