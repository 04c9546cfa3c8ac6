import { randomUUID } from 'node:crypto';
import { seedTenants } from '../../../backend/local/seed/content/tenants.ts';

/** One request of a scenario; `index` counts up over the run, so that a request can be like no other. */
export interface Scenario {
  name: string;
  title: string;
  request(index: number): { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string };
}

const aria = seedTenants.find(({ profile }) => profile.id === 'aria');
const works = aria?.works ?? [];
const words = [...new Set(works.flatMap(({ title }) => title.toLowerCase().split(/\W+/)))].filter(
  (word) => word.length > 3,
);
const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('The shop Aria has no works');
  return found;
};
const workPath = (index: number): string => {
  const { id, slug } = at(works, index);
  return `/work/${id}/${slug}`;
};

/** The first product that anybody can buy again and again: a file has no stock. */
export const digitalProduct = (): string => {
  const found = works.flatMap(({ products }) => products).find(({ delivery }) => delivery === 'digital');
  if (!found) throw new Error('The shop Aria sells no files');
  return found.id;
};

export const writeHeaders = (): Record<string, string> => ({
  'content-type': 'application/json',
  'x-tessera-csrf': '1',
  'idempotency-key': randomUUID(),
});

/** A query of its own keeps a request out of the edge's cache. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'search',
    title: 'Search',
    request: (index) => ({
      method: 'GET',
      path: `/api/public/catalog/search?q=${at(words, index)}&limit=24&n=${index}`,
    }),
  },
  {
    name: 'search-kept',
    title: 'Search, kept at the edge',
    request: (index) => ({ method: 'GET', path: `/api/public/catalog/search?q=${at(words, index % 5)}&limit=24` }),
  },
  {
    name: 'work-page',
    title: 'Work page, made for each request',
    request: (index) => ({
      method: 'GET',
      path: `${workPath(index)}?n=${index}`,
      headers: { accept: 'text/html', 'accept-encoding': 'br' },
    }),
  },
  {
    name: 'work-page-kept',
    title: 'Work page, kept at the edge',
    request: (index) => ({
      method: 'GET',
      path: workPath(index % 5),
      headers: { accept: 'text/html', 'accept-encoding': 'br' },
    }),
  },
  {
    name: 'discovery-kept',
    title: 'Discovery, kept at the edge',
    request: () => ({ method: 'GET', path: '/.well-known/micro-frontends.json' }),
  },
  {
    name: 'add-to-cart',
    title: 'Add to cart, a new visitor each time',
    request: () => ({
      method: 'POST',
      path: '/api/cart',
      headers: writeHeaders(),
      body: JSON.stringify({ op: 'set', productId: digitalProduct(), quantity: 1 }),
    }),
  },
];
