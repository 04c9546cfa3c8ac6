/** A request, and what in the page asked for it. */
export interface Asked {
  url: string;
  /** The document, style or script that named it; undefined for the document. */
  by: string | undefined;
}

/**
 * How many round trips lie one behind the other until each request could start: the document is 1, what it names is 2,
 * what that names is 3.
 */
export function depthsOf(requests: readonly Asked[]): Map<string, number> {
  const askedBy = new Map(requests.map(({ url, by }) => [url, by]));
  const depths = new Map<string, number>();
  const depthOf = (url: string, path: ReadonlySet<string>): number => {
    const known = depths.get(url);
    if (known !== undefined) return known;
    const by = askedBy.get(url);
    // Who asked is not always a request of this page, and modules may import in circles.
    const depth = by === undefined || path.has(by) || !askedBy.has(by) ? 1 : depthOf(by, new Set([...path, url])) + 1;
    depths.set(url, depth);
    return depth;
  };
  for (const { url } of requests) depthOf(url, new Set());
  return depths;
}
