import { releasesApi } from '@tessera/contracts/api/releases.ts';
import type { z } from 'zod';
import { table } from '../io/ui.ts';
import { openShop } from '../shop/open-shop.ts';
import type { Shop } from '../shop/shop.ts';
import type { Handler } from './handlers.ts';

type Entry = z.infer<(typeof releasesApi.releaseLog.ok)[200]>['items'][number] & { remote: string };

const pollMs = 2_000;

export const logs: Handler<'logs'> = async ({ remote, follow, limit, ...command }, { ports }) => {
  const shop = await openShop(ports, command);
  const read = async () => readLogs(shop, remote === undefined ? await remotesOf(shop) : [remote], limit);
  const entries = await read();
  if (!follow)
    return { data: { items: entries }, text: entries.length === 0 ? 'Nothing has happened yet.' : textOf(entries) };

  // One document a line here: a stream has no end at which one document could stand.
  const print = (some: readonly Entry[]): void => {
    if (command.json) for (const entry of some) ports.terminal.out(`${JSON.stringify(entry)}\n`);
    else if (some.length > 0) ports.terminal.out(`${textOf(some)}\n`);
  };
  const seen = new Set<string>();
  const news = (some: readonly Entry[]) =>
    some.filter((entry) => {
      const key = JSON.stringify(entry);
      return !seen.has(key) && seen.add(key);
    });
  print(news(entries));
  while (!ports.signal.aborted) {
    await ports.sleep(pollMs);
    if (!ports.signal.aborted) print(news(await read()));
  }
  return { data: {}, text: '', streamed: true };
};

async function remotesOf(shop: Shop): Promise<string[]> {
  const { remotes } = await shop.call(releasesApi.releases, { query: { limit: 1 } });
  return remotes.map(({ remote }) => remote);
}

/** Oldest first, as one reads a log. */
async function readLogs(shop: Shop, remotes: readonly string[], limit: number): Promise<Entry[]> {
  const all = await Promise.all(
    remotes.map(async (remote) => {
      const query = { limit: Math.min(limit, 100) };
      const { items } = await shop.call(releasesApi.releaseLog, { params: { remote }, query });
      return items.map((item): Entry => ({ remote, ...item }));
    }),
  );
  return all
    .flat()
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(-limit);
}

const textOf = (entries: readonly Entry[]): string =>
  table(
    entries.map(({ at, remote, version, what, by, why }) => [
      at.slice(0, 19).replace('T', ' '),
      version === undefined ? remote : `${remote}@${version}`,
      what,
      by,
      why ?? '',
    ]),
  );
