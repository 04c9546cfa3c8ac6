/** Paths of the shop's pages, without locale prefix. */
export const paths = {
  home: '/',
  browse: (kind: string) => `/browse/${encodeURIComponent(kind)}`,
  work: ({ workId, slug }: { workId: string; slug: string }) => `/work/${workId}/${slug}`,
  workById: (workId: string) => `/work/${workId}`,
  cart: '/cart',
  checkout: '/checkout',
  library: '/library',
  plans: '/library/plans',
  help: '/help',
} as const;
