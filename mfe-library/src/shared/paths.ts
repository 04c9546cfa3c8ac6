/** Paths of the shop's pages, without locale prefix. */
export const paths = {
  home: '/',
  library: '/library',
  invoices: '/library/invoices',
  plans: '/library/plans',
  browse: (kind: string) => `/browse/${encodeURIComponent(kind)}`,
  item: (workId: string) => `/library/item/${encodeURIComponent(workId)}`,
  work: ({ workId, slug }: { workId: string; slug: string }) => `/work/${workId}/${slug}`,
  order: (orderId: string) => `/order/${encodeURIComponent(orderId)}`,
} as const;
