/** Paths of the console's pages, without locale prefix. */
export const paths = {
  overview: '/admin',
  orders: '/admin/orders',
  order: (id: string) => `/admin/orders/${encodeURIComponent(id)}`,
  discounts: '/admin/discounts',
  books: '/admin/books',
  catalog: '/admin/catalog',
  import: '/admin/catalog/import',
  importJob: (id: string) => `/admin/catalog/import/${encodeURIComponent(id)}`,
  domains: '/admin/domains',
  people: '/admin/people',
  releases: '/admin/releases',
  remote: (remote: string) => `/admin/releases/${encodeURIComponent(remote)}`,
  deployTokens: '/admin/releases/tokens',
  work: ({ id, slug }: { id: string; slug: string }) => `/work/${id}/${slug}`,
  shop: '/',
} as const;

/** A page with filters in its address; empty ones are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return search.size === 0 ? path : `${path}?${search}`;
}
