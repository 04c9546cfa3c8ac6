import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction } from 'electrodb';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import { createCartEntity } from '../../table/cart.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { CartRecord } from './cart.ts';
import type { CartRepository } from './cart-repository.ts';

const forgottenAfterSeconds = 90 * 24 * 3600;

export function createCartRepository(table: Table, tenantId: TenantId, clock: Clock): CartRepository {
  const carts = createCartEntity(table);

  /** The open order is left alone: only placing an order and paying it touch that. */
  function toItem(cart: CartRecord) {
    const { ownerId, openOrderId: _, openOrderFingerprint: __, ...content } = cart;
    return {
      tenantId,
      ...content,
      ...(ownerId ? { ownerId } : { ttl: toSeconds(clock()) + forgottenAfterSeconds }),
      updatedAt: clock().toISOString(),
    };
  }

  return {
    async find(cartId) {
      const { data } = await carts.get({ tenantId, cartId }).go({ consistent: true });
      return data ? CartRecord.parse(data) : undefined;
    },

    async save(cart) {
      try {
        await carts
          .upsert(toItem(cart))
          .where(({ version }, { eq, notExists }) =>
            cart.version === 1 ? notExists(version) : eq(version, cart.version - 1),
          )
          .go();
        return 'saved';
      } catch (error) {
        if (isConditionFailure(error)) return 'stale';
        throw error;
      }
    },

    async merge(merged, brought) {
      const { canceled } = await createWriteTransaction({ carts }, (entities) => [
        entities.carts
          .upsert(toItem(merged))
          .where(({ version }, { eq, notExists }) =>
            merged.version === 1 ? notExists(version) : eq(version, merged.version - 1),
          )
          .commit(),
        entities.carts
          .delete({ tenantId, cartId: brought.cartId })
          .where(({ version }, { eq }) => eq(version, brought.version))
          .commit(),
      ]).go();
      return canceled ? 'stale' : 'saved';
    },
  };
}
