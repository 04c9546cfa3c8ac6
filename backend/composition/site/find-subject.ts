import { createArticleEntity } from '../../table/article.ts';
import type { Table } from '../../table/client.ts';
import { createMakerEntity } from '../../table/maker.ts';
import { createWorkEntity } from '../../table/work.ts';
import type { FindSubject, Subject, SubjectQuestion } from '../document/subject.ts';

/** The language that stands in for an article's missing one. */
const fallback = 'en';

type Look = (question: SubjectQuestion) => Promise<Subject>;

/** Looks in the table for what a page's first read is about: a work, a maker, a help article. */
export function createFindSubject(table: Table): FindSubject {
  const works = createWorkEntity(table);
  const makers = createMakerEntity(table);
  const articles = createArticleEntity(table);
  const looks: Readonly<Record<string, Look>> = {
    async '/api/public/catalog/items/{id}'({ tenantId, page: { params } }) {
      const work = works.get({ tenantId, workId: params['id'] ?? '' });
      const { data } = await work.go({ attributes: ['slug', 'status'] });
      return data?.status === 'published' ? { isThere: true, slug: data.slug } : { isThere: false };
    },
    async '/api/public/artist/{slug}'({ tenantId, page: { params } }) {
      const { data } = await makers.query.slug({ tenantId, slug: params['slug'] ?? '' }).go({ limit: 1 });
      return { isThere: data.length > 0 };
    },
    async '/api/public/support/articles/{slug}'({ tenantId, locale, page: { params } }) {
      const { data } = await articles.query.locale({ tenantId, slug: params['slug'] ?? '' }).go({ pages: 'all' });
      return { isThere: data.some((article) => article.locale === locale || article.locale === fallback) };
    },
  };

  return (question) => {
    const [first = ''] = question.page.route.data;
    const look = question.page.route.access === 'public' ? looks[first] : undefined;
    return look ? look(question) : Promise.resolve(undefined);
  };
}
