import { PutEventsCommand, type EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { DomainEvent } from '@tessera/contracts/events.ts';

export const eventSource = 'tessera';

export interface EventPublisher {
  publish(events: readonly DomainEvent[]): Promise<void>;
}

/** EventBridge takes ten entries a call and may refuse some of them; a refusal fails the whole, which is retried. */
export function createEventPublisher(client: EventBridgeClient, busName: string): EventPublisher {
  return {
    async publish(events) {
      for (let start = 0; start < events.length; start += 10) {
        const answer = await client.send(
          new PutEventsCommand({ Entries: events.slice(start, start + 10).map((event) => toEntry(event, busName)) }),
        );
        if (answer.FailedEntryCount)
          throw new Error(
            `${answer.FailedEntryCount} events refused: ${answer.Entries?.find((e) => e.ErrorCode)?.ErrorCode}`,
          );
      }
    },
  };
}

function toEntry(event: DomainEvent, busName: string) {
  return {
    EventBusName: busName,
    Source: eventSource,
    DetailType: event.type,
    Detail: JSON.stringify(event),
    Time: new Date(event.at),
    ...(event.trace ? { TraceHeader: event.trace } : {}),
  };
}
