import type Stripe from 'stripe';
import type { CreatedRange, Kind, Kinds, Match, ObjectStore } from '../store/objects.ts';
import { noSuch } from './faults.ts';

interface PageParams {
  limit: number;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
  created?: CreatedRange | undefined;
}

/** A page of a collection in the API's list shape, newest first. */
export function listPage<K extends Kind>(
  objects: ObjectStore,
  kind: K,
  url: string,
  params: PageParams,
  match: Match = {},
): Stripe.ApiList<Kinds[K]> {
  for (const param of ['starting_after', 'ending_before'] as const) {
    const cursor = params[param];
    if (cursor !== undefined && !objects.find(kind, cursor)) throw noSuch(kind, cursor, param);
  }
  const { items, hasMore } = objects.page(kind, {
    match,
    created: params.created,
    limit: params.limit,
    startingAfter: params.starting_after,
    endingBefore: params.ending_before,
  });
  return toList(items, url, hasMore);
}

export const toList = <T>(data: T[], url: string, hasMore = false): Stripe.ApiList<T> => ({
  object: 'list',
  data,
  has_more: hasMore,
  url,
});
