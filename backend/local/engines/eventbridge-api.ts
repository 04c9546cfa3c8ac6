import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { accountId } from '../runtime/lambda-context.ts';
import type { MessageStore, NewMessage } from './message-store.ts';
import { json, serviceError, type ServiceReply } from './service-reply.ts';

const PutEvents = z.object({
  Entries: z
    .array(
      z.object({
        Source: z.string().exactOptional(),
        DetailType: z.string().exactOptional(),
        Detail: z.string().exactOptional(),
        EventBusName: z.string().exactOptional(),
        Resources: z.array(z.string()).default([]),
        Time: z.union([z.number(), z.string()]).exactOptional(),
        TraceHeader: z.string().exactOptional(),
      }),
    )
    .min(1)
    .max(10),
});
type Entry = z.infer<typeof PutEvents>['Entries'][number];

export interface EventBridgeOptions {
  store: MessageStore;
  bus: string;
  region: string;
  /** Queue → detail-types routed to it; `*` stands for all. */
  rules: Readonly<Record<string, readonly string[]>>;
}

/** `PutEvents`, with rules by detail-type that send to queues. */
export function createEventBridgeApi({ store, bus, region, rules }: EventBridgeOptions) {
  function put(entry: Entry): { EventId: string } | { ErrorCode: string; ErrorMessage: string } {
    const { Source, DetailType, Detail } = entry;
    if (!Source || !DetailType || !Detail)
      return refused('InvalidArgument', 'Source, DetailType and Detail are required.');
    if (!isJsonObject(Detail)) return refused('MalformedDetail', 'Detail is malformed.');
    const EventId = randomUUID();
    if (entry.EventBusName !== undefined && entry.EventBusName !== bus) return { EventId };
    const message = toEnvelope(EventId, { ...entry, Source, DetailType, Detail }, region);
    for (const [queue, types] of Object.entries(rules))
      if (types.includes('*') || types.includes(DetailType)) store.send(queue, [message]);
    return { EventId };
  }
  const actions: Record<string, (input: unknown) => ServiceReply> = {
    PutEvents(input) {
      const { Entries } = PutEvents.parse(input);
      if (Entries.reduce((sum, { Detail }) => sum + (Detail?.length ?? 0), 0) > 1024 * 1024)
        return serviceError('ValidationException', 'Total size of the entries in the request is over the limit.');
      const results = Entries.map(put);
      const FailedEntryCount = results.filter((result) => 'ErrorCode' in result).length;
      return json({ FailedEntryCount, Entries: results }, 200, 'application/x-amz-json-1.1');
    },
  };
  return { actions };
}

const refused = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });

/** A rule's target gets the event as JSON, its detail no longer a string. */
function toEnvelope(
  id: string,
  entry: Entry & { Source: string; DetailType: string; Detail: string },
  region: string,
): NewMessage {
  const time = typeof entry.Time === 'number' ? new Date(entry.Time * 1000) : new Date(entry.Time ?? Date.now());
  const head = {
    version: '0',
    id,
    'detail-type': entry.DetailType,
    source: entry.Source,
    account: accountId,
    time: `${time.toISOString().slice(0, 19)}Z`,
    region,
    resources: entry.Resources,
  };
  const body = `${JSON.stringify(head).slice(0, -1)},"detail":${entry.Detail}}`;
  return { body, trace: entry.TraceHeader };
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
