interface Countable {
  go(options: {
    data: 'raw';
    cursor: string | null;
    params: { Select: 'COUNT' };
  }): Promise<{ data: unknown; cursor: string | null }>;
}

/** Counts what a query finds without reading it out. */
export async function countItems(query: Countable): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const page: { data: unknown; cursor: string | null } = await query.go({
      data: 'raw',
      cursor,
      params: { Select: 'COUNT' },
    });
    count += countOf(page.data);
    ({ cursor } = page);
  } while (cursor !== null);
  return count;
}

const countOf = (data: unknown): number =>
  typeof data === 'object' && data !== null && 'Count' in data && typeof data.Count === 'number' ? data.Count : 0;
