import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';
import { createPrice } from '../prices/price.ts';
import { newId } from '../store/ids.ts';
import { maxLines, type CreateSessionParams } from './params.ts';

type LineInput = CreateSessionParams['line_items'][number];

/** Turns the lines of a request into line items; all of them are in one currency. */
export function createLines(
  account: Account,
  inputs: readonly LineInput[],
  mode: CreateSessionParams['mode'],
): Stripe.LineItem[] {
  if (mode === 'payment' && inputs.length > maxLines.payment)
    throw invalid(`You may only specify up to ${maxLines.payment} line items in \`payment\` mode.`, 'line_items');
  const lines = inputs.map((input, index) => createLine(account, input, index));
  requireMode(lines, mode);
  const currency = lines[0]?.currency;
  const odd = lines.findIndex((line) => line.currency !== currency);
  if (odd !== -1)
    throw invalid(
      `All line items must be in one currency; expected ${currency}.`,
      `line_items[${odd}][price_data][currency]`,
    );
  return lines;
}

/** Recurring prices belong to a subscription, all with one interval. */
function requireMode(lines: readonly Stripe.LineItem[], mode: CreateSessionParams['mode']): void {
  const recurring = lines.flatMap(({ price }) => price?.recurring ?? []);
  if (mode === 'payment') {
    if (recurring.length > 0)
      throw invalid(
        'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
        'mode',
      );
    return;
  }
  if (recurring.length === 0)
    throw invalid(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      'line_items',
    );
  for (const [sort, count] of [
    ['recurring', recurring.length],
    ['one-time', lines.length - recurring.length],
  ] as const)
    if (count > maxLines.subscription)
      throw invalid(
        `You may only specify up to ${maxLines.subscription} ${sort} line items in \`subscription\` mode.`,
        'line_items',
      );
  const intervals = new Set(recurring.map(({ interval, interval_count: count }) => `${count} ${interval}`));
  if (intervals.size > 1)
    throw invalid('All recurring prices of a Checkout Session must have the same billing interval.', 'line_items');
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
