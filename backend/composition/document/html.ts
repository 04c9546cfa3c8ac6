/** Text and attribute values of HTML; attributes are always written in double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * JSON that is safe inside a script element: nothing in it can end the element or open a comment, and the two line
 * separators, which older parsers take for line ends, are escaped.
 */
export const inlineJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An opening tag; `true` writes a bare attribute, `false` and undefined none. */
export function tag(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false) return '';
    return value === true ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`;
  });
  return `<${name}${written.join('')}>`;
}

export const element = (name: string, attributes: Attributes, html = ''): string =>
  `${tag(name, attributes)}${html}</${name}>`;
