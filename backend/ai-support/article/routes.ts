import { supportApi } from '@tessera/contracts/api/support.ts';
import { notFound } from '../../platform/errors.ts';
import { publicCache } from '../../platform/http-reply.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { SupportDeps } from '../deps.ts';

/** The language articles are written in first; others fall back to it, article by article. */
export const baseLocale = 'en';

export function implementArticles({ implement }: SliceApp, { articlesOf }: Pick<SupportDeps, 'articlesOf'>): void {
  implement(supportApi.articles, async ({ tenantId, query: { locale = baseLocale } }) => {
    const repository = articlesOf(tenantId);
    const [base, own] = await Promise.all([
      repository.list(baseLocale),
      locale === baseLocale ? [] : repository.list(locale),
    ]);
    const bySlug = new Map([...base, ...own].map((article) => [article.slug, article]));
    const items = [...bySlug.values()].map(({ slug, title, summary, topic }) => ({ slug, title, summary, topic }));
    return { status: 200, body: { items }, headers: publicCache(60) };
  });

  implement(supportApi.article, async ({ tenantId, params: { slug }, query: { locale = baseLocale } }) => {
    const repository = articlesOf(tenantId);
    const article = (await repository.find(slug, locale)) ?? (await repository.find(slug, baseLocale));
    if (!article) throw notFound();
    return { status: 200, body: article, headers: publicCache(60) };
  });
}
