import { z } from 'zod';
import { noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { createdParam, currency, pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';

const listParams = z.strictObject({
  ...pageParams,
  created: createdParam,
  currency: currency.optional(),
  source: text(200).optional(),
  type: text(100).optional(),
});

export const balanceTransactionRoutes = [
  route('GET', '/v1/balance_transactions/{id}', ({ objects }, { ids: [id = ''] }) => {
    const transaction = objects.find('balance_transaction', id);
    if (!transaction) throw noSuch('balance_transaction', id);
    return transaction;
  }),
  route('GET', '/v1/balance_transactions', ({ objects }, { params }) => {
    const query = readParams(listParams, params);
    const match = { currency: query.currency, source: query.source, type: query.type };
    return listPage(objects, 'balance_transaction', '/v1/balance_transactions', query, match);
  }),
];
