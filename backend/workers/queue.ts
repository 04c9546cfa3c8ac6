import { DomainEvent } from '@tessera/contracts/events.ts';
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { z } from 'zod';

/** A domain event as EventBridge puts it on a queue. */
const Envelope = z.object({ detail: DomainEvent });

/** Hands each message's event to `handle`; what fails comes again, the others do not. */
export async function handleMessages(
  records: readonly SQSRecord[],
  handle: (event: DomainEvent) => Promise<void>,
  failed: (error: unknown, messageId: string) => void,
): Promise<SQSBatchResponse> {
  const outcomes = await Promise.all(
    records.map(async ({ messageId, body }) => {
      try {
        await handle(Envelope.parse(JSON.parse(body)).detail);
        return [];
      } catch (error) {
        failed(error, messageId);
        return [{ itemIdentifier: messageId }];
      }
    }),
  );
  return { batchItemFailures: outcomes.flat() };
}

/**
 * Hands all events of a batch over at once: a bulk import changes thousands of works, and one write for ten of them costs
 * a fraction of ten. Where that fails, each is tried by itself, so that one which cannot be handled holds up no other.
 */
export async function handleTogether(
  records: readonly SQSRecord[],
  handle: (events: readonly DomainEvent[]) => Promise<void>,
  failed: (error: unknown, messageId: string) => void,
): Promise<SQSBatchResponse> {
  try {
    await handle(records.map(({ body }) => Envelope.parse(JSON.parse(body)).detail));
    return { batchItemFailures: [] };
  } catch {
    return handleMessages(records, (event) => handle([event]), failed);
  }
}
