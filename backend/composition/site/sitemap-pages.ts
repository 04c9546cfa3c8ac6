import { Locale, type TenantProfile } from '@tessera/contracts/tenant.ts';
import { createArticleEntity } from '../../table/article.ts';
import type { Table } from '../../table/client.ts';
import { createWorkEntity } from '../../table/work.ts';
import type { SitemapPage } from './sitemap.ts';

/** Pages of a shop that anyone may see, read from the table. */
export async function readSitemapPages(table: Table, tenant: TenantProfile): Promise<SitemapPage[]> {
  const [works, articles] = await Promise.all([readWorks(table, tenant.id), readArticles(table, tenant)]);
  const makers = new Set(works.flatMap(({ makers }) => makers.map(({ slug }) => slug)));
  return [
    { path: '/' },
    ...tenant.kinds.map((kind) => ({ path: `/browse/${kind}` })),
    ...works.map(({ workId, slug, updatedAt }) => ({ path: `/work/${workId}/${slug}`, changedOn: dateOf(updatedAt) })),
    ...[...makers].map((slug) => ({ path: `/artist/${slug}` })),
    ...articles,
  ];
}

async function readWorks(table: Table, tenantId: string) {
  const { data } = await createWorkEntity(table)
    .query.ofTenant({ tenantId })
    .where(({ status }, { eq }) => eq(status, 'published'))
    .go({ pages: 'all', attributes: ['workId', 'slug', 'makers', 'updatedAt'] });
  return data;
}

async function readArticles(table: Table, tenant: TenantProfile): Promise<SitemapPage[]> {
  const articles = createArticleEntity(table);
  const found = await Promise.all(
    tenant.locales.map((locale) =>
      articles.query
        .ofLocale({ tenantId: tenant.id, locale })
        .go({ pages: 'all', attributes: ['slug', 'locale', 'updatedOn'] }),
    ),
  );
  const bySlug = new Map<string, { changedOn: string; locales: Locale[] }>();
  for (const { slug, locale, updatedOn } of found.flatMap(({ data }) => data)) {
    const known = bySlug.get(slug) ?? { changedOn: dateOf(updatedOn), locales: [] };
    known.locales.push(Locale.parse(locale));
    bySlug.set(slug, known);
  }
  return [...bySlug].map(([slug, article]) => ({ path: `/help/${slug}`, ...article }));
}

const dateOf = (iso: string): string => iso.slice(0, 10);
