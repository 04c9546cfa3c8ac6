import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { bool, mergeMetadata, metadata, pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { createPrice, priceDataParams } from './price.ts';

const createParams = priceDataParams.extend({
  active: bool.optional(),
  lookup_key: text(200).optional(),
  nickname: text().optional(),
  metadata: metadata.optional(),
});
const updateParams = createParams.pick({ active: true, lookup_key: true, nickname: true, metadata: true });
const listParams = z.strictObject({
  ...pageParams,
  active: bool.optional(),
  product: text(200).optional(),
  currency: text(3).optional(),
  lookup_keys: z.array(text(200)).max(10).optional(),
});

export const priceRoutes = [
  route('POST', '/v1/prices', (account, { params, request }) => {
    const input = readParams(createParams, params);
    if (input.lookup_key !== undefined && hasLookupKey(account, input.lookup_key))
      throw invalid(`A price already uses that lookup key: ${input.lookup_key}`, 'lookup_key');
    const price = createPrice(account, input, (field) => field);
    account.events.record('price.created', price, request);
    return price;
  }),
  route('GET', '/v1/prices/{id}', (account, { ids: [id = ''] }) => requirePrice(account, id)),
  route('POST', '/v1/prices/{id}', (account, { ids: [id = ''], params, request }) => {
    const price = requirePrice(account, id);
    const { metadata: change, ...input } = readParams(updateParams, params);
    const updated = account.objects.put<Stripe.Price>({
      ...price,
      active: input.active ?? price.active,
      lookup_key: input.lookup_key ?? price.lookup_key,
      nickname: input.nickname ?? price.nickname,
      metadata: mergeMetadata(price.metadata, change),
    });
    account.events.record('price.updated', updated, request);
    return updated;
  }),
  route('GET', '/v1/prices', ({ objects }, { params }) => {
    const { lookup_keys: lookupKeys, ...query } = readParams(listParams, params);
    const match = { active: query.active, product: query.product, currency: query.currency, lookup_key: lookupKeys };
    return listPage(objects, 'price', '/v1/prices', query, match);
  }),
];

const hasLookupKey = ({ objects }: Account, key: string): boolean =>
  objects.page('price', { match: { lookup_key: key }, limit: 1 }).items.length > 0;

function requirePrice({ objects }: Account, id: string): Stripe.Price {
  const price = objects.find('price', id);
  if (!price) throw noSuch('price', id);
  return price;
}
