import { toSeconds, type Clock } from '../platform/clock.ts';
import type { IdempotencyStore, IdempotentAnswer, IdempotentRequest } from '../platform/idempotency.ts';
import type { Table } from './client.ts';
import { isConditionFailure } from './condition-failure.ts';
import { createIdempotencyEntity } from './idempotency-record.ts';

/** How long a repetition is recognised. */
const retentionSeconds = 24 * 60 * 60;

/** The store of one tenant, and `item`: what a transaction creates so that the answer is recorded with the write. */
export function createIdempotencyStore(table: Table, tenantId: string, clock: Clock) {
  const records = createIdempotencyEntity(table);
  const scopedKeyOf = ({ scope, key }: IdempotentRequest) => `${scope}#${key}`;
  const item = (request: IdempotentRequest, answer: IdempotentAnswer) => ({
    tenantId,
    scopedKey: scopedKeyOf(request),
    fingerprint: request.fingerprint,
    answer,
    ttl: toSeconds(clock()) + retentionSeconds,
  });
  const store: IdempotencyStore = {
    async find(request) {
      const { data } = await records.get({ tenantId, scopedKey: scopedKeyOf(request) }).go({ consistent: true });
      return data ?? undefined;
    },
    async record(request, answer) {
      try {
        await records.create(item(request, answer)).go();
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
  };
  return { ...store, records, item };
}
