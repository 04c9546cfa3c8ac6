import { RemoteBuild } from '@tessera/contracts/release.ts';
import type { z } from 'zod';
import type { Table } from '../../../table/client.ts';
import { createOverrideEntity, type OverrideItem } from '../../../table/override.ts';
import type { Verify } from '../../signing.ts';
import { readOverride, type OverrideClaims } from './token.ts';

/** What a page needs to know of the build that another origin serves. */
export const OverriddenBuild = RemoteBuild.pick({ manifest: true, version: true, entry: true, css: true });
export type OverriddenBuild = z.infer<typeof OverriddenBuild>;

/** One remote of a shop, from another origin, for whoever brought its token. */
export interface InForce {
  remote: string;
  origin: string;
  /** As an ISO date. */
  until: string;
  build: OverriddenBuild;
}

export type FindOverride = (tenantId: string, token: string) => Promise<InForce | undefined>;

/** Token → signature, shop, expiry → record, which a revocation ends at once. Undefined where one of them says no. */
export function createFindOverride({ table, verify, clock }: FindOverrideOptions): FindOverride {
  const overrides = createOverrideEntity(table);
  return async (tenantId, token) => {
    const now = clock();
    const claims = await readOverride(token, { tenantId, now }, verify);
    if (!claims) return undefined;
    const { data } = await overrides.get({ tenantId, overrideId: claims.id }).go({ consistent: true });
    if (!data || !isMeant(data, claims) || hasEnded(data, now)) return undefined;
    const build = OverriddenBuild.parse(JSON.parse(data.build));
    return { remote: data.remote, origin: data.origin, until: data.expiresAt, build };
  };
}

export interface FindOverrideOptions {
  table: Table;
  verify: Verify;
  clock(): Date;
}

const isMeant = (item: OverrideItem, { remote, origin }: OverrideClaims): boolean =>
  item.remote === remote && item.origin === origin;

/** Whether it is over, however the browser that has it may think of it. */
export const hasEnded = (
  { revokedAt, expiresAt }: { revokedAt?: string | undefined; expiresAt: string },
  now: Date,
): boolean => revokedAt !== undefined || Date.parse(expiresAt) <= now.getTime();
