import type { SharedWindows } from '../platform/throttle.ts';
import type { Table } from './client.ts';
import { createRateWindowEntity } from './rate-window.ts';

export function createRateWindows(table: Table): SharedWindows {
  const windows = createRateWindowEntity(table);
  return {
    async increment({ tenantId, key, startSeconds, ttlSeconds }) {
      const { data } = await windows
        .upsert({ tenantId, rateKey: key, startSeconds: String(startSeconds), ttl: ttlSeconds })
        .add({ count: 1 })
        .go({ response: 'all_new' });
      return data.count ?? 1;
    },
  };
}
