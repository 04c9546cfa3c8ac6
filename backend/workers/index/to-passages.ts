import type { Passage } from '../../platform/search/port.ts';
import type { ArticleItem } from '../../table/article.ts';

/** A model's meaning of a text gets vague when the text is long. */
const maxCharacters = 900;

/** A section is a passage; a long one is cut between paragraphs. */
export function toPassages({ slug, locale, title, sections }: ArticleItem): Passage[] {
  return sections.flatMap((section) =>
    splitText(section.text).map((text, part) => ({
      id: [slug, locale, section.id, ...(part > 0 ? [part] : [])].join('/'),
      slug,
      locale,
      title,
      sectionId: section.id,
      heading: section.heading,
      text,
    })),
  );
}

function splitText(text: string): string[] {
  const parts: string[] = [];
  for (const paragraph of text.split(/\n{2,}/).filter((one) => one.trim() !== '')) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + paragraph.length <= maxCharacters)
      parts[parts.length - 1] = `${last}\n\n${paragraph}`;
    else parts.push(paragraph);
  }
  return parts;
}
