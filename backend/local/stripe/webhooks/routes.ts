import Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { bool, mergeMetadata, metadata, pageParams, readParams, text, url } from '../api/params.ts';
import { route } from '../api/route.ts';
import { newId } from '../store/ids.ts';
import { createSecretStore } from './secrets.ts';

const createParams = z.strictObject({
  url,
  enabled_events: z.array(text(100)).min(1),
  description: text().optional(),
  metadata: metadata.optional(),
  api_version: text(40).optional(),
});
const updateParams = createParams.omit({ api_version: true }).partial().extend({ disabled: bool.optional() });
const listParams = z.strictObject(pageParams);

export const webhookEndpointRoutes = [
  route('POST', '/v1/webhook_endpoints', (account, { params }) => {
    const input = readParams(createParams, params);
    const endpoint = account.objects.put(
      newEndpoint({ ...input, id: newId('we'), created: account.now(), metadata: input.metadata ?? {} }),
    );
    const secret = newId('whsec', 32);
    createSecretStore(account.db).set(endpoint.id, secret);
    return { ...endpoint, secret };
  }),
  route('GET', '/v1/webhook_endpoints/{id}', (account, { ids: [id = ''] }) => requireEndpoint(account, id)),
  route('POST', '/v1/webhook_endpoints/{id}', (account, { ids: [id = ''], params }) => {
    const endpoint = requireEndpoint(account, id);
    const { disabled, metadata: change, ...input } = readParams(updateParams, params);
    return account.objects.put({
      ...endpoint,
      url: input.url ?? endpoint.url,
      enabled_events: input.enabled_events ?? endpoint.enabled_events,
      description: input.description ?? endpoint.description,
      metadata: mergeMetadata(endpoint.metadata, change),
      status: disabled === undefined ? endpoint.status : disabled ? 'disabled' : 'enabled',
    });
  }),
  route('DELETE', '/v1/webhook_endpoints/{id}', (account, { ids: [id = ''] }) => {
    requireEndpoint(account, id);
    account.objects.delete(id);
    return { id, object: 'webhook_endpoint', deleted: true };
  }),
  route('GET', '/v1/webhook_endpoints', ({ objects }, { params }) =>
    listPage(objects, 'webhook_endpoint', '/v1/webhook_endpoints', readParams(listParams, params)),
  ),
];

interface NewEndpoint {
  id: string;
  url: string;
  created: number;
  enabled_events: string[];
  description?: string | undefined;
  metadata?: Record<string, string>;
  api_version?: string | undefined;
}

export const newEndpoint = (input: NewEndpoint): Stripe.WebhookEndpoint => ({
  id: input.id,
  object: 'webhook_endpoint',
  api_version: input.api_version ?? Stripe.API_VERSION,
  application: null,
  created: input.created,
  description: input.description ?? null,
  enabled_events: input.enabled_events,
  livemode: false,
  metadata: input.metadata ?? {},
  status: 'enabled',
  url: input.url,
});

function requireEndpoint({ objects }: Account, id: string): Stripe.WebhookEndpoint {
  const endpoint = objects.find('webhook_endpoint', id);
  if (!endpoint) throw noSuch('webhook endpoint', id);
  return endpoint;
}
