import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createDeployTokenEntity, type DeployTokenItem } from '../../table/deploy-token.ts';
import type { DeployTokenRecord, DeployTokens } from './deploy-tokens.ts';

/** How long the list still shows what has expired. */
const shownAfterExpirySeconds = 30 * 86_400;

export function createDeployTokens(table: Table, tenantId: string): DeployTokens {
  const tokens = createDeployTokenEntity(table);

  async function list(): Promise<readonly DeployTokenRecord[]> {
    const { data } = await tokens.query.ofTenant({ tenantId }).go({ order: 'desc', pages: 'all' });
    return data.map(toRecord);
  }

  return {
    list,
    async create({ remotes, ...token }) {
      const ttl = Math.ceil(Date.parse(token.expiresAt) / 1000) + shownAfterExpirySeconds;
      await tokens.create({ ...token, remotes: [...remotes], tenantId, ttl }).go();
    },
    async findByHash(hash) {
      const { data } = await tokens.get({ tenantId, hash }).go({ consistent: true });
      return data ? toRecord(data) : undefined;
    },
    async revoke(tokenId, at) {
      const known = (await list()).find((token) => token.tokenId === tokenId);
      if (!known) return undefined;
      const revokedAt = known.revokedAt ?? at;
      await tokens.patch({ tenantId, hash: known.hash }).set({ revokedAt }).go();
      return { ...known, revokedAt };
    },
    async touch(hash, at) {
      await tokens
        .patch({ tenantId, hash })
        .set({ lastUsedAt: at })
        .go()
        .catch((error: unknown) => {
          if (!isConditionFailure(error)) throw error;
        });
    },
  };
}

const toRecord = ({ tenantId: _, ttl: __, ...token }: DeployTokenItem): DeployTokenRecord => token;
