import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { bool, mergeMetadata, pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { newProduct, productParams } from './product.ts';

const updateParams = productParams.omit({ id: true }).partial();
const listParams = z.strictObject({
  ...pageParams,
  active: bool.optional(),
  ids: z.array(text(200)).max(100).optional(),
});

export const productRoutes = [
  route('POST', '/v1/products', (account, { params, request }) => {
    const input = readParams(productParams, params);
    if (input.id !== undefined && account.objects.findAny(input.id))
      throw invalid(`Product already exists: ${input.id}`, 'id', 'resource_already_exists');
    const product = account.objects.put(newProduct(input, account.now()));
    account.events.record('product.created', product, request);
    return product;
  }),
  route('GET', '/v1/products/{id}', (account, { ids: [id = ''] }) => requireProduct(account, id)),
  route('POST', '/v1/products/{id}', (account, { ids: [id = ''], params, request }) => {
    const product = requireProduct(account, id);
    const { metadata: change, ...input } = readParams(updateParams, params);
    const updated = account.objects.put<Stripe.Product>({
      ...product,
      ...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)),
      metadata: mergeMetadata(product.metadata, change),
      updated: account.now(),
    });
    account.events.record('product.updated', updated, request);
    return updated;
  }),
  route('DELETE', '/v1/products/{id}', (account, { ids: [id = ''], request }) => {
    const product = requireProduct(account, id);
    if (account.objects.page('price', { match: { product: id }, limit: 1 }).items.length > 0)
      throw invalid('This product cannot be deleted because it has one or more user-created prices.');
    account.objects.delete(id);
    account.events.record('product.deleted', product, request);
    return { id, object: 'product', deleted: true };
  }),
  route('GET', '/v1/products', ({ objects }, { params }) => {
    const query = readParams(listParams, params);
    return listPage(objects, 'product', '/v1/products', query, { active: query.active, id: query.ids });
  }),
];

function requireProduct({ objects }: Account, id: string): Stripe.Product {
  const product = objects.find('product', id);
  if (!product) throw noSuch('product', id);
  return product;
}
