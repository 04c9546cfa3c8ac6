import type { SeedArticle } from '../types.ts';

/** An article of one locale from its headings and texts. */
export const article = (
  locale: SeedArticle['locale'],
  slug: string,
  topic: string,
  title: string,
  summary: string,
  sections: readonly (readonly [heading: string, text: string])[],
): SeedArticle => ({
  slug,
  locale,
  title,
  summary,
  topic,
  sections: sections.map(([heading, text], index) => ({ id: `s${index + 1}`, heading, text })),
});
