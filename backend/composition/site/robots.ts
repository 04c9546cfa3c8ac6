/** Crawlers keep out of what is for one person only. */
export const robotsTxt = (origin: string): string =>
  [
    'User-agent: *',
    ...['/admin', '/api/', '/cart', '/checkout', '/library', '/order/', '/offline'].map((path) => `Disallow: ${path}`),
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
