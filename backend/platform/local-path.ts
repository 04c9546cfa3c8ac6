const nowhere = 'http://shop.invalid';

/** A path of the shop itself, or undefined: anything a browser might read as another origin is no path. */
export function toLocalPath(value: string): string | undefined {
  // Browsers drop tabs and line breaks and read a backslash as a slash.
  if (!/^\/(?![/\\])/.test(value) || /[\\\p{Cc}]/u.test(value) || !URL.canParse(value, nowhere)) return undefined;
  const url = new URL(value, nowhere);
  // `/.//host` resolves to a path that starts with two slashes.
  if (url.origin !== nowhere || url.pathname.startsWith('//')) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}
