import type Stripe from 'stripe';
import { z } from 'zod';
import { bool, metadata, text, url } from '../api/params.ts';
import { newId } from '../store/ids.ts';

export const productDataParams = z.strictObject({
  name: text(250),
  description: text(40_000).optional(),
  images: z.array(url).max(8).optional(),
  metadata: metadata.optional(),
  tax_code: text(100).optional(),
  unit_label: text(12).optional(),
});

export const productParams = productDataParams.extend({
  id: text(200).optional(),
  active: bool.optional(),
  shippable: bool.optional(),
  url: url.optional(),
});

export const newProduct = (input: z.infer<typeof productParams>, created: number): Stripe.Product => ({
  id: input.id ?? newId('prod', 14),
  object: 'product',
  active: input.active ?? true,
  created,
  default_price: null,
  description: input.description ?? null,
  images: input.images ?? [],
  livemode: false,
  marketing_features: [],
  metadata: input.metadata ?? {},
  name: input.name,
  package_dimensions: null,
  shippable: input.shippable ?? null,
  statement_descriptor: null,
  tax_code: input.tax_code ?? null,
  tax_details: null,
  type: 'service',
  unit_label: input.unit_label ?? null,
  updated: created,
  url: input.url ?? null,
});
