import { Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/**
 * A sign-in under way: first the state that left with the visitor, then the hand-off that comes back. Its key is
 * global, because the callback host knows no tenant; both are found by the hash of a random value and live shortly.
 */
export const createSignInEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'sign-in', version: '1' },
        attributes: {
          hash: { type: 'string', required: true, readOnly: true },
          stage: { type: ['state', 'hand-off'] as const, required: true, readOnly: true },
          tenantId: { type: 'string', required: true, readOnly: true },
          /** Host and port of the shop. */
          host: { type: 'string', required: true, readOnly: true },
          returnTo: { type: 'string', required: true, readOnly: true },
          /** Hash of the cookie in the browser that started. */
          browserHash: { type: 'string', required: true, readOnly: true },
          /** PKCE verifier; of a state only. */
          verifier: { type: 'string', readOnly: true },
          /** Whom the tokens of a hand-off are of. */
          signedIn: {
            type: 'map',
            readOnly: true,
            properties: {
              userId: { type: 'string', required: true },
              email: { type: 'string', required: true },
              name: { type: 'string', required: true },
              accessToken: { type: 'string', required: true },
              refreshToken: { type: 'string', required: true },
            },
          },
          /** Epoch seconds. */
          ttl: { type: 'number', required: true, readOnly: true },
        },
        indexes: { byHash: { pk: key('pk', 'SIGNIN#${hash}'), sk: key('sk', 'STATE') } },
      },
      configurationOf(table),
    ),
);

export type SignInItem = EntityItem<ReturnType<typeof createSignInEntity>>;
