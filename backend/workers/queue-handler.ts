import { DomainEvent } from '@tessera/contracts/events.ts';
import { z } from 'zod';
import { observeInvocation } from '../platform/lambda.ts';
import type { Telemetry } from '../platform/telemetry.ts';

const Delivery = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

/** What EventBridge puts into a queue around an event of ours. */
const Envelope = z.object({ detail: DomainEvent });

export interface BatchAnswer {
  batchItemFailures: { itemIdentifier: string }[];
}

interface Context {
  awsRequestId: string;
  functionName: string;
}

/** A queue's Lambda: each message by itself, so that one that fails is delivered again alone, and in the end set aside. */
export function createQueueHandler(telemetry: Telemetry, handle: (event: DomainEvent) => Promise<void>) {
  return (delivery: unknown, context: Context): Promise<BatchAnswer> =>
    observeInvocation(telemetry, context, async () => {
      const { Records } = Delivery.parse(delivery);
      const failed: string[] = [];
      for (const { messageId, body } of Records) {
        try {
          await handle(Envelope.parse(JSON.parse(body)).detail);
        } catch (error) {
          telemetry.logger.error('message failed', { messageId, error });
          failed.push(messageId);
        }
      }
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    });
}
