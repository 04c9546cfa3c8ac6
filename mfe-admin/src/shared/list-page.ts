export interface ListPage<Item> {
  items: readonly Item[];
  nextCursor?: string | undefined;
}

export interface KeptPage<Item> {
  question: string;
  page: ListPage<Item>;
}

/**
 * A first page with what was fetched beyond it before. Starts over with another question, and where the first page,
 * fetched anew, no longer reaches into what is kept.
 */
export function pageAfter<Item>(
  question: string,
  first: ListPage<Item>,
  kept: KeptPage<Item> | undefined,
): ListPage<Item> {
  const last = JSON.stringify(first.items.at(-1));
  if (first.nextCursor === undefined || kept?.question !== question) return first;
  const at = kept.page.items.findLastIndex((item) => JSON.stringify(item) === last);
  if (at < 0) return first;
  return { items: [...first.items, ...kept.page.items.slice(at + 1)], nextCursor: kept.page.nextCursor };
}
