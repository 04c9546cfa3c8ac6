/** Markup that is safe to send. */
export interface Html {
  readonly markup: string;
}

/** A whole document, with the one sheet in it that is not a file. */
export interface Page extends Html {
  readonly style?: string;
}

type Part = Html | string | number | false | null | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Fills a template; every text is escaped, nested `html` is taken as it is, lists are joined, `false` is nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: strings.map((text, index) => text + (index < parts.length ? toMarkup(parts[index]) : '')).join('') };
}

function toMarkup(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (isList(part)) return part.map(toMarkup).join('');
  if (typeof part === 'object') return part.markup;
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const isList = (part: Part): part is readonly Part[] => Array.isArray(part);
