import type { Random } from './random.ts';
import type { World } from './world.ts';

/** As a provider tries: again where it got no 2xx. */
const maxDeliveries = 6;
/** As the queue has it: received this often without success, a message goes to the dead letters. */
const maxReceives = 5;

/** What lies between the payment provider and the worker: a network that loses, doubles and shuffles, a stream, and a queue. */
export function createWebhooks(world: World, random: Random) {
  const told = { dropped: 0, doubled: 0, delivered: 0, deadLetters: 0 };
  const waiting: string[] = [];
  let taken = 0;

  function take(): void {
    for (const { payload } of world.receiver.received.slice(taken)) {
      if (random.chance(0.1)) {
        told.dropped += 1;
        continue;
      }
      waiting.push(payload);
      if (random.chance(0.15)) {
        told.doubled += 1;
        waiting.push(payload);
      }
    }
    taken = world.receiver.received.length;
  }

  async function deliver(payload: string): Promise<void> {
    for (let attempt = 0; attempt < maxDeliveries; attempt += 1) {
      // Signed anew with each try, as the provider does: an old signature is refused.
      const outcome = await world.invoke({ do: 'deliver', payload, signature: world.sign(payload) }, attempt);
      if ('killed' in outcome) continue;
      if ('status' in outcome && outcome.status === 200) break;
      throw new Error(`a webhook was refused: ${JSON.stringify(outcome)}`);
    }
    told.delivered += 1;
    // We read back only the id of what the payment server itself wrote.
    await handle((JSON.parse(payload) as { id: string }).id);
  }

  /** What the stream tells of a new inbox item: at least once, until it succeeds or goes to the dead letters. */
  async function handle(eventId: string): Promise<void> {
    for (let attempt = 0; attempt < maxReceives; attempt += 1) {
      const outcome = await world.invoke({ do: 'handle', eventId }, attempt);
      if ('status' in outcome) return;
    }
    told.deadLetters += 1;
  }

  return {
    told,
    handle,
    /** Delivers some of what waits, in no order; answers whether anything did. */
    async some(share: number): Promise<boolean> {
      take();
      const now: string[] = [];
      for (let left = waiting.length; left > 0; left -= 1) {
        const [one] = waiting.splice(random.whole(0, waiting.length - 1), 1);
        if (one !== undefined) (random.chance(share) ? now : waiting).push(one);
      }
      await Promise.all(now.map(deliver));
      return now.length > 0;
    },
  };
}

export type Webhooks = ReturnType<typeof createWebhooks>;
