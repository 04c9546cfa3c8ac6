import Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';
import { currency, integer, type metadata, text } from '../api/params.ts';
import { newProduct, productDataParams } from '../products/product.ts';
import { newId } from '../store/ids.ts';

/** Shared by prices of their own and by `price_data` of a checkout line. */
export const priceDataParams = z.strictObject({
  currency,
  product: text(200).optional(),
  product_data: productDataParams.optional(),
  recurring: z
    .strictObject({
      interval: z.enum(['day', 'week', 'month', 'year']),
      interval_count: integer({ min: 1, max: 36 }).default(1),
    })
    .optional(),
  tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
  unit_amount: integer({ min: 0, max: 99_999_999 }).optional(),
  unit_amount_decimal: z
    .string()
    .regex(/^\d{1,8}(\.\d{1,12})?$/, 'not a decimal')
    .optional(),
});
type PriceData = z.infer<typeof priceDataParams>;

interface Extras {
  active?: boolean | undefined;
  lookup_key?: string | undefined;
  nickname?: string | undefined;
  metadata?: z.infer<typeof metadata> | undefined;
}

/** Writes a one-time or a recurring price, and the product it describes where that is new. `at` is where errors point. */
export function createPrice(account: Account, input: PriceData & Extras, at: (field: string) => string): Stripe.Price {
  const amount = readAmount(input, at);
  const product = readProduct(account, input, at);
  return account.objects.put<Stripe.Price>({
    id: newId('price'),
    object: 'price',
    active: input.active ?? true,
    billing_scheme: 'per_unit',
    created: account.now(),
    currency: input.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: input.lookup_key ?? null,
    metadata: input.metadata ?? {},
    nickname: input.nickname ?? null,
    product,
    recurring: input.recurring
      ? { ...input.recurring, meter: null, trial_period_days: null, usage_type: 'licensed' }
      : null,
    tax_behavior: input.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: input.recurring ? 'recurring' : 'one_time',
    unit_amount: amount,
    unit_amount_decimal: Stripe.Decimal.from(amount),
  });
}

function readAmount(input: PriceData, at: (field: string) => string): number {
  if ((input.unit_amount === undefined) === (input.unit_amount_decimal === undefined))
    throw invalid(
      'You must specify either `unit_amount` or `unit_amount_decimal`, and not both.',
      at('unit_amount'),
      'parameter_missing',
    );
  const amount = input.unit_amount ?? Number(input.unit_amount_decimal);
  if (!Number.isInteger(amount))
    throw invalid('This server charges whole minor units only.', at('unit_amount_decimal'));
  return amount;
}

function readProduct(account: Account, input: PriceData, at: (field: string) => string): string {
  if ((input.product === undefined) === (input.product_data === undefined))
    throw invalid(
      'You must specify either `product` or `product_data`, and not both.',
      at('product'),
      'parameter_missing',
    );
  if (input.product_data) return account.objects.put(newProduct(input.product_data, account.now())).id;
  const product = account.objects.find('product', input.product ?? '');
  if (!product) throw noSuch('product', input.product ?? '', at('product'));
  return product.id;
}
