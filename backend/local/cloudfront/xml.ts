const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Elements in their order; a list is elements called `member`, what is undefined is left out. */
export type Xml = string | boolean | undefined | readonly Xml[] | { readonly [name: string]: Xml };

export function toXml(name: string, value: Xml): string {
  return value === undefined ? '' : `<${name}>${contentOf(value)}</${name}>`;
}

function contentOf(value: Exclude<Xml, undefined>): string {
  if (typeof value === 'string') return value.replace(/[&<>"]/g, (char) => entities[char] ?? char);
  if (typeof value === 'boolean') return String(value);
  if (isList(value)) return value.map((one) => toXml('member', one)).join('');
  return Object.entries(value)
    .map(([name, inner]) => toXml(name, inner))
    .join('');
}

const isList = (value: object): value is readonly Xml[] => Array.isArray(value);

/** Texts of all elements of that name, however deep. */
export function textsOf(xml: string, name: string): string[] {
  const found = [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))];
  return found.map(([, text = '']) =>
    Object.entries(entities).reduceRight((plain, [char, entity]) => plain.replaceAll(entity, char), text),
  );
}
