const parts = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;

const isSettable = (part: string): part is Exclude<(typeof parts)[number], 'origin'> =>
  part !== 'origin' && parts.some((known) => known === part);

/**
 * Parses an address for another realm, optionally with one part changed: text in, JSON of its parts out. Empty where it
 * is none; it throws nothing, because what it threw would be an object of this realm.
 */
export function askUrl(href: unknown, base: unknown, part: unknown, value: unknown): string {
  try {
    if (typeof href !== 'string' || typeof base !== 'string') return '';
    const url = base === '' ? new URL(href) : new URL(href, base);
    if (typeof part === 'string' && typeof value === 'string' && isSettable(part)) url[part] = value;
    return JSON.stringify(Object.fromEntries(parts.map((name) => [name, url[name]])));
  } catch {
    return '';
  }
}
