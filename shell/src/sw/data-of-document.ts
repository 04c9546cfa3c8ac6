import { bootElementId } from '@tessera/contracts/elements.ts';

/**
 * The public API answers that a document brought along, by URL: a link to its page inside another page asks for them.
 * Anything that is not as expected is left out; the worker must not fail over it.
 */
export function dataOfDocument(html: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const start = html.indexOf(`id="${bootElementId}"`);
  const open = html.indexOf('>', start) + 1;
  const end = html.indexOf('</script>', open);
  if (start < 0 || open === 0 || end < 0) return found;
  for (const [url, entry] of entriesOf(member(member(parse(html.slice(open, end)), 'page'), 'data')))
    if (url.startsWith('/api/public/') && member(entry, 'status') === 200) found.set(url, member(entry, 'body'));
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const member = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);
