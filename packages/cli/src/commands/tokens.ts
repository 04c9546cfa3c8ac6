import { releasesApi } from '@tessera/contracts/api/releases.ts';
import type { CommandOf } from '../args/command.ts';
import { table } from '../io/ui.ts';
import { openShop } from '../shop/open-shop.ts';
import type { Shop } from '../shop/shop.ts';
import type { Handler, Outcome } from './handlers.ts';

export const tokens: Handler<'tokens'> = async (command, { ports }) => {
  const shop = await openShop(ports, command);
  switch (command.action) {
    case 'create':
      return createToken(command, shop);
    case 'list':
      return listTokens(shop);
    case 'revoke': {
      const token = await shop.call(releasesApi.revokeDeployToken, { params: { id: command.id } });
      return { data: { token }, text: `${token.id} (${token.name}) is revoked.` };
    }
  }
};

async function createToken(
  { label, remotes, days }: Extract<CommandOf<'tokens'>, { action: 'create' }>,
  shop: Shop,
): Promise<Outcome> {
  const body = { name: label, remotes, expiresInDays: days };
  const token = await shop.call(releasesApi.createDeployToken, { body });
  return {
    data: { token },
    text: `${token.token}\n\nFor ${token.remotes.join(', ')} until ${token.expiresAt.slice(0, 10)}. It is shown this once: keep it as TESSERA_TOKEN.`,
  };
}

async function listTokens(shop: Shop): Promise<Outcome> {
  const { items } = await shop.call(releasesApi.deployTokens);
  const rows = items.map(({ id, name, remotes, state, expiresAt, lastUsedAt }) => [
    id,
    name,
    remotes.join(', '),
    state,
    `until ${expiresAt.slice(0, 10)}`,
    lastUsedAt === undefined ? 'never used' : `used ${lastUsedAt.slice(0, 10)}`,
  ]);
  return { data: { items }, text: rows.length === 0 ? 'There are no deploy tokens.' : table(rows) };
}
