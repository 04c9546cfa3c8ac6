import { releasesApi, type ReleaseSummary } from '@tessera/contracts/api/releases.ts';
import type { z } from 'zod';
import { kilobytes, table } from '../io/ui.ts';
import type { CallInput } from '../shop/shop.ts';
import { openShop } from '../shop/open-shop.ts';
import type { Handler } from './handlers.ts';

export const releases: Handler<'releases'> = async ({ remote, limit, ...command }, { ports, ui }) => {
  const shop = await openShop(ports, command);
  const items: z.infer<typeof ReleaseSummary>[] = [];
  let cursor: string | undefined;
  do {
    const query: CallInput['query'] = { remote, cursor, limit: Math.min(limit - items.length, 100) };
    const { items: more, nextCursor }: { items: typeof items; nextCursor?: string | undefined } = await shop.call(
      releasesApi.releases,
      { query },
    );
    items.push(...more);
    cursor = nextCursor;
  } while (cursor !== undefined && items.length < limit);
  const rows = items
    .slice(0, limit)
    .map(({ remote: name, version, at, by, files, bytes, state, live }) => [
      live ? ui.paint('good', '●') : ' ',
      `${name}@${version}`,
      state === 'published' ? at.slice(0, 16).replace('T', ' ') : 'reserved',
      `${files} files`,
      kilobytes(bytes),
      by,
    ]);
  const nothing = remote === undefined ? 'Nothing is published yet.' : `Nothing of ${remote} is published yet.`;
  return { data: { items: items.slice(0, limit) }, text: rows.length === 0 ? nothing : table(rows) };
};
