/** Paths of the shop's pages, without locale prefix. */
export const paths = {
  home: '/',
  work: ({ id, slug }: { id: string; slug: string }) => `/work/${id}/${slug}`,
  artist: (slug: string) => `/artist/${encodeURIComponent(slug)}`,
  browse: (kind: string) => `/browse/${encodeURIComponent(kind)}`,
  search: (q = '') => (q === '' ? '/search' : `/search?${new URLSearchParams({ q })}`),
  cart: '/cart',
  owned: (workId: string) => `/library/item/${encodeURIComponent(workId)}`,
} as const;
