/** What a template is filled from: route parameters, the page's search, and what decides prices and words. */
export interface DataContext {
  params: Readonly<Record<string, string | undefined>>;
  search: URLSearchParams;
  locale: string;
  currency: string;
  country: string;
}

/**
 * Fills a data template, so that document, server entry and browser name the same data by the same URL.
 * A subset of RFC 6570: `{id}` is a route parameter, `{?q,kind}` adds what is set of these: a route parameter of
 * that name, else the page's search parameters. `/api/public/*` paths also get locale, currency and country, because their answers depend on them and
 * caches key on the URL alone. Query parameters are sorted.
 *
 * @example toDataUrl('/api/public/catalog/items/{id}', ctx)
 *   // "/api/public/catalog/items/wrk_1?country=US&currency=USD&locale=en"
 */
export function toDataUrl(template: string, context: DataContext): string {
  const query = new URLSearchParams();
  const path = template
    .replace(/\{\?([^}]+)\}/, (_, names: string) => {
      for (const name of names.split(',')) for (const value of valuesOf(name, context)) query.append(name, value);
      return '';
    })
    .replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(context.params[name] ?? ''));
  if (path.startsWith('/api/public/')) {
    query.set('locale', context.locale);
    query.set('currency', context.currency);
    query.set('country', context.country);
  }
  query.sort();
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The OpenAPI path of a template: the template without its search part. */
export const pathOfTemplate = (template: string): string => template.replace(/\{\?[^}]+\}/, '');

function valuesOf(name: string, { params, search }: DataContext): readonly string[] {
  const param = params[name];
  return param === undefined ? search.getAll(name) : [param];
}
