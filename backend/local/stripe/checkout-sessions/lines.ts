import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';
import { createPrice } from '../prices/price.ts';
import { newId } from '../store/ids.ts';
import { maxLines, type CreateSessionParams } from './params.ts';

type LineInput = CreateSessionParams['line_items'][number];

/** Turns the lines of a request into line items; all of them are in one currency. */
export function createLines(account: Account, inputs: readonly LineInput[]): Stripe.LineItem[] {
  if (inputs.length > maxLines)
    throw invalid(`You may only specify up to ${maxLines} line items in \`payment\` mode.`, 'line_items');
  const lines = inputs.map((input, index) => createLine(account, input, index));
  const currency = lines[0]?.currency;
  const odd = lines.findIndex((line) => line.currency !== currency);
  if (odd !== -1)
    throw invalid(
      `All line items must be in one currency; expected ${currency}.`,
      `line_items[${odd}][price_data][currency]`,
    );
  return lines;
}

function createLine(account: Account, input: LineInput, index: number): Stripe.LineItem {
  const price = readPrice(account, input, index);
  const amount = (price.unit_amount ?? 0) * input.quantity;
  const product = account.objects.find('product', String(price.product));
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: product?.name ?? null,
    metadata: {},
    price,
    quantity: input.quantity,
  };
}

function readPrice(account: Account, input: LineInput, index: number): Stripe.Price {
  if ((input.price === undefined) === (input.price_data === undefined))
    throw invalid(
      'You must specify either `price` or `price_data` for each line item, and not both.',
      `line_items[${index}]`,
      'parameter_missing',
    );
  if (input.price_data)
    return createPrice(account, input.price_data, (field) => `line_items[${index}][price_data][${field}]`);
  const price = account.objects.find('price', input.price ?? '');
  if (!price) throw noSuch('price', input.price ?? '', `line_items[${index}][price]`);
  if (!price.active)
    throw invalid(
      'The price specified is inactive. This field only accepts active prices.',
      `line_items[${index}][price]`,
    );
  return price;
}
