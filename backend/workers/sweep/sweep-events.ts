import type Stripe from 'stripe';
import type { Inbox } from '../../checkout/webhook/inbox.ts';
import { ownerOf } from '../../checkout/webhook/owner.ts';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { createSweepCursorEntity } from '../../table/sweep-cursor.ts';

/** The provider lists events of the last thirty days. */
const lookBackSeconds = 30 * 24 * 3600;
/** Events may be listed a little after the second they were made in. */
const overlapSeconds = 15 * 60;
/** So long an event has for its own way through the queue; afterwards it is handled here. */
const patienceSeconds = 10 * 60;
/** An event that nobody can handle does not hold the cursor for ever. */
const heldBackSeconds = 3 * 24 * 3600;
const cursorName = 'payment-events';

export interface SweepEventsDeps {
  table: Table;
  stripe: Stripe;
  inbox: Inbox;
  clock: Clock;
  /** What the queue's worker does with an event. */
  handle(eventId: string): Promise<void>;
}

export interface SweptEvents {
  /** Whose webhook never came. */
  found: number;
  /** Known for long, and handled only now. */
  resolved: number;
  /** Tried here and failed once more: for a person to look at. */
  unresolved: string[];
}

/**
 * Webhooks that never came, and events that stayed unresolved: the provider is asked for all events since the last sweep. Those the inbox
 * does not know are put there, as if they had just been delivered; those that wait too long are handled now. The cursor stays with
 * what is unresolved.
 */
export async function sweepEvents({ table, stripe, inbox, clock, handle }: SweepEventsDeps): Promise<SweptEvents> {
  const cursors = createSweepCursorEntity(table);
  const now = toSeconds(clock());
  const { data } = await cursors.get({ name: cursorName }).go({ consistent: true });
  const from = Math.max((data?.seenUntil ?? 0) - overlapSeconds, now - lookBackSeconds);
  const swept: SweptEvents = { found: 0, resolved: 0, unresolved: [] };
  let seenUntil = now;
  for await (const event of stripe.events.list({ created: { gte: from }, limit: 100 })) {
    const known = await inbox.find(event.id);
    if (known?.handledAt !== undefined) continue;
    if (!known) {
      const owner = await ownerOf(event.data.object, inbox);
      if ((await inbox.receive({ eventId: event.id, type: event.type, ...owner })) === 'new') swept.found += 1;
    } else if (event.created < now - patienceSeconds) {
      if (await succeeds(() => handle(event.id))) swept.resolved += 1;
      else swept.unresolved.push(event.id);
    }
    if (event.created > now - heldBackSeconds) seenUntil = Math.min(seenUntil, event.created);
  }
  await cursors.put({ name: cursorName, seenUntil }).go();
  return swept;
}

async function succeeds(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}
