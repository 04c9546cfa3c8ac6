import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** `validFrom` of a price that holds from the beginning: it is part of the key, so it is never absent. */
export const always = '1970-01-01T00:00:00.000Z';

/** A price as a list states it. Amounts are decimal strings of minor units: the table has no bigint. */
export interface StoredPrice {
  priceListId: string;
  currency: string;
  countries: readonly string[];
  amountMinor: string;
  compareAtMinor?: string;
  kind: 'regular' | 'sale';
  /** ISO instants; the end is exclusive. */
  validFrom: string;
  validUntil?: string;
}

/** Which price it is of its product, beside any other: what the key says of it. */
export const priceName = ({ priceListId, currency, kind, validFrom }: StoredPrice): string =>
  [priceListId, currency, kind, validFrom].join('#');

export const createPriceEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'price', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          productId: { type: 'string', required: true },
          priceListId: { type: 'string', required: true },
          currency: { type: 'string', required: true },
          countries: { type: CustomAttributeType<readonly string[]>('any'), required: true },
          amountMinor: { type: 'string', required: true },
          compareAtMinor: { type: 'string' },
          kind: { type: ['regular', 'sale'] as const, required: true },
          validFrom: { type: 'string', required: true },
          validUntil: { type: 'string' },
        },
        indexes: {
          ofProduct: {
            pk: key('pk', 'TENANT#${tenantId}#PRODUCT#${productId}'),
            sk: key('sk', 'PRICE#${priceListId}#${currency}#${kind}#${validFrom}'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type PriceItem = EntityItem<ReturnType<typeof createPriceEntity>>;
