import type Stripe from 'stripe';
import type { Inbox } from '../../checkout/webhook/inbox.ts';
import { ownerOf } from '../../checkout/webhook/owner.ts';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { createRests } from './rests.ts';
import { walkWindows } from './walk-windows.ts';

/** The provider lists events of the last thirty days. */
const lookBackSeconds = 30 * 24 * 3600;
/** Events may be listed a little after the second they were made in. */
const overlapSeconds = 15 * 60;
const windowSeconds = 24 * 3600;
/** Of a run’s minute, so much for looking, and so much for what is left over. */
const budgetMs = 10_000;
const name = 'payment-events';

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
 * does not know are put there, as if they had just been delivered. What is not handled ten minutes later, whoever brought it, is
 * handled here; what fails is tried again later, and holds up no other.
 */
export async function sweepEvents({ table, stripe, inbox, clock, handle }: SweepEventsDeps): Promise<SweptEvents> {
  const now = toSeconds(clock());
  const rests = createRests(table, name, now);
  const swept: SweptEvents = { found: 0, resolved: 0, unresolved: [] };
  const walk = { earliest: now - lookBackSeconds, now, overlap: overlapSeconds, window: windowSeconds, budgetMs };
  await walkWindows(table, name, walk, async (from, until) => {
    for await (const event of stripe.events.list({ created: { gte: from, lt: until }, limit: 100 })) {
      const known = await inbox.find(event.id);
      if (known?.handledAt !== undefined) continue;
      await rests.add(event.id);
      if (known) continue;
      const owner = await ownerOf(event.data.object, inbox);
      if ((await inbox.receive({ eventId: event.id, type: event.type, ...owner })) === 'new') swept.found += 1;
    }
  });
  const deadline = performance.now() + budgetMs;
  for (const rest of await rests.due()) {
    if (performance.now() > deadline) break;
    const known = await inbox.find(rest.id);
    const wasHandled = known?.handledAt !== undefined;
    if (wasHandled || (await succeeds(() => handle(rest.id)))) {
      await rests.done(rest.id);
      if (!wasHandled) swept.resolved += 1;
    } else {
      await rests.failed(rest);
      swept.unresolved.push(rest.id);
    }
  }
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
