import { Entity } from 'electrodb';
import { configurationOf, perTable, type Table } from './client.ts';
import { key } from './keys.ts';

/** What of one page view was counted already. It is anonymous, and gone soon after its token has expired. */
const createPageViewEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'page-view', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          pageViewId: { type: 'string', required: true },
          counted: { type: 'set', items: 'string' },
          ttl: { type: 'number' },
        },
        indexes: {
          pageView: { pk: key('pk', 'TENANT#${tenantId}#PAGEVIEW#${pageViewId}'), sk: key('sk', 'COUNTED') },
        },
      },
      configurationOf(table),
    ),
);

export function createPageViews(table: Table, tenantId: string) {
  const pageViews = createPageViewEntity(table);
  return {
    /** Takes what is to be counted of a page view, and tells what of it was not taken before. */
    async claim(pageViewId: string, wanted: readonly string[], ttlSeconds: number): Promise<string[]> {
      const { data } = await pageViews
        .upsert({ tenantId, pageViewId, ttl: ttlSeconds })
        .add({ counted: [...wanted] })
        .go({ response: 'all_old' });
      const before = new Set<string>(data?.counted ?? []);
      return wanted.filter((name) => !before.has(name));
    },
  };
}

export type PageViews = ReturnType<typeof createPageViews>;
