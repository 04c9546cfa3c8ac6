import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const DistributionTenant = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  distributionId: z.string(),
  connectionGroupId: z.string(),
  enabled: z.boolean(),
  /** Of the certificate that was asked for with it. */
  certificateId: z.string().optional(),
  /** Of the certificate that it is served with; where there is none, with the distribution's. */
  certificateArn: z.string().optional(),
  revision: z.number(),
});
export type DistributionTenant = z.infer<typeof DistributionTenant>;

export type NewDistributionTenant = Omit<DistributionTenant, 'id' | 'revision'>;

/** The distribution tenants of this machine, kept in a file. */
export function openDistributionTenants(file: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  let tenants = read(file);
  const save = (next: readonly DistributionTenant[]): void => {
    tenants = next;
    writeFileSync(`${file}.new`, JSON.stringify(tenants, null, 2));
    renameSync(`${file}.new`, file);
  };
  return {
    find: (id: string) => tenants.find((one) => one.id === id),
    findByHost: (host: string) => tenants.find((one) => one.host === host),
    add(made: NewDistributionTenant): DistributionTenant {
      const tenant = { ...made, id: `dt_${randomUUID()}`, revision: 1 };
      save([...tenants, tenant]);
      return tenant;
    },
    change(tenant: DistributionTenant, changes: Partial<DistributionTenant>): DistributionTenant {
      const next = { ...tenant, ...changes, revision: tenant.revision + 1 };
      save(tenants.map((one) => (one.id === tenant.id ? next : one)));
      return next;
    },
    remove(id: string): void {
      save(tenants.filter((one) => one.id !== id));
    },
  };
}

export type DistributionTenants = ReturnType<typeof openDistributionTenants>;

function read(file: string): readonly DistributionTenant[] {
  try {
    return z.array(DistributionTenant).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
