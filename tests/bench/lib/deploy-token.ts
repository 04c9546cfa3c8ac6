import { createDeployTokens } from '../../../backend/admin/deploy-token/deploy-tokens.dynamo.ts';
import { deployTokenHash, newDeployToken } from '../../../backend/admin/deploy-token/deploy-tokens.ts';
import type { Table } from '../../../backend/table/client.ts';

/** A deploy token for every remote of a shop, for an hour. */
export async function createDeployToken(table: Table, tenantId: string): Promise<string> {
  const token = newDeployToken();
  await createDeployTokens(table, tenantId).create({
    ...{ hash: deployTokenHash(token) ?? '', tokenId: `tok_${Date.now()}`, name: 'bench', remotes: ['*'] },
    createdBy: 'bench',
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 3600_000).toISOString(),
  });
  return token;
}
