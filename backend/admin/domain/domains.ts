import type { DomainItem } from '../../table/domain.ts';

export type DomainRecord = Omit<DomainItem, 'tenantId'>;

export type Claim = { ok: true; domain: DomainRecord } | { ok: false; reason: 'taken' };

/** One tenant's hosts. */
export interface Domains {
  /** Without those given up. */
  list(): Promise<DomainRecord[]>;
  find(host: string): Promise<DomainRecord | undefined>;
  /** A host belongs to whom its claim came first; one that was never proven is free again after a week. */
  claim(domain: DomainRecord): Promise<Claim>;
  /** Undefined where it was not this tenant's any more. */
  giveUp(host: string, at: string): Promise<DomainRecord | undefined>;
}

/** A failing domain is served on: whether its records are wrong is for its owner to mend, not for shoppers to feel. */
export const isServed = ({ state }: Pick<DomainRecord, 'state'>): boolean => state === 'active' || state === 'failing';

/** The platform serves the shop under such a name by itself; there is nothing to prove, and nothing to give up. */
export const isPlatformOwned = ({ records }: Pick<DomainRecord, 'records'>): boolean => records.length === 0;
