import type { Article } from '@tessera/contracts/api/support.ts';

/** Help articles of one tenant. */
export interface ArticleRepository {
  list(locale: string): Promise<readonly Article[]>;
  find(slug: string, locale: string): Promise<Article | undefined>;
}
