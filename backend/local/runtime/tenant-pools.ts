import { newStats } from './function-stats.ts';
import { createFunctionPool, type FunctionPool, type PoolOptions } from './function-pool.ts';

export interface TenantPoolsOptions extends Omit<PoolOptions, 'environments'> {
  /** Environments of all tenants together; each tenant has one. */
  maxTenants: number;
  /** After this time without a call an environment ends. */
  idleMs: number;
}

interface Tenant {
  pool: FunctionPool;
  running: number;
  idleTimer?: NodeJS.Timeout;
}

/**
 * The environments of a function that is isolated by tenant: none ever serves two. The tenant that was not served for
 * longest makes room for another; where all are at work, the call is throttled.
 */
export function createTenantPools(options: TenantPoolsOptions): FunctionPool {
  const stats = newStats();
  const tenants = new Map<string, Tenant>();

  function tenantOf(id: string): Tenant | undefined {
    const known = tenants.get(id);
    if (known) {
      // The newest stands last.
      tenants.delete(id);
      tenants.set(id, known);
      return known;
    }
    if (tenants.size >= options.maxTenants && !makeRoom()) return undefined;
    const made: Tenant = { pool: createFunctionPool({ ...options, environments: 1, stats }), running: 0 };
    tenants.set(id, made);
    return made;
  }

  function makeRoom(): boolean {
    const unused = [...tenants].find(([, { running }]) => running === 0);
    if (unused) end(unused[0], unused[1]);
    return unused !== undefined;
  }

  function end(id: string, tenant: Tenant): void {
    clearTimeout(tenant.idleTimer);
    tenants.delete(id);
    void tenant.pool.close();
  }

  return {
    stats,
    get size() {
      return sum(({ pool }) => pool.size);
    },
    get queued() {
      return sum(({ pool }) => pool.queued);
    },
    async run(message, runOptions = {}) {
      const id = runOptions.tenantId ?? '';
      const tenant = tenantOf(id);
      if (!tenant) {
        stats.throttles += 1;
        return { kind: 'throttled' };
      }
      clearTimeout(tenant.idleTimer);
      tenant.running += 1;
      try {
        return await tenant.pool.run(message, runOptions);
      } finally {
        tenant.running -= 1;
        if (tenant.running === 0 && tenants.get(id) === tenant)
          tenant.idleTimer = setTimeout(() => end(id, tenant), options.idleMs).unref();
      }
    },
    /** Whose environment it would be is not known before the first call. */
    warm: () => undefined,
    reload() {
      for (const { pool } of tenants.values()) pool.reload();
    },
    async close() {
      await Promise.all(
        [...tenants.values()].map(({ pool, idleTimer }) => {
          clearTimeout(idleTimer);
          return pool.close();
        }),
      );
      tenants.clear();
    },
  };

  function sum(count: (tenant: Tenant) => number): number {
    return [...tenants.values()].reduce((all, tenant) => all + count(tenant), 0);
  }
}
