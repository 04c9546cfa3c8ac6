import type { LanguageModel } from '../model/port.ts';
import type { Passage } from './port.ts';

interface ArticleText {
  slug: string;
  locale: string;
  title: string;
  sections: readonly { id: string; heading: string; text: string }[];
}

/** The passages of an article, one per section, each with its meaning: what the chat finds answers by. */
export async function toPassages(article: ArticleText, model: LanguageModel): Promise<Passage[]> {
  const { slug, locale, title, sections } = article;
  const embeddings = await model.embed(
    sections.map(({ heading, text }) => `${heading} ${text}`),
    locale,
  );
  return sections.map(({ id, heading, text }, index) => {
    const embedding = embeddings[index];
    return {
      id: `${slug}/${locale}/${id}`,
      slug,
      locale,
      title,
      sectionId: id,
      heading,
      text,
      ...(embedding && { embedding }),
    };
  });
}
