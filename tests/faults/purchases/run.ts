import { inParallel } from './in-parallel.ts';
import { check, type Findings, type Tally } from './invariants.ts';
import { FaultPlan } from './fault-plan.ts';
import { createRandom, type Random } from './random.ts';
import { shop, type Intent } from './shopper.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';
import { startWorld, tenantIds, type World } from './world.ts';

export interface RunOptions {
  purchases: number;
  seed: number;
  /** Told now and then how many are done. */
  progress?(done: number): void;
}

export interface RunReport {
  intents: number;
  ends: Record<Intent['end'], number>;
  tally: Tally;
  findings: Findings;
  kills: number;
  webhooks: Webhooks['told'];
  coverage: ReturnType<FaultPlan['coverage']>;
}

/** Shoppers who are at it at the same time, and processes that serve them. */
const together = 6;
const processes = 4;
/** So often it is later than a payment page stays open, while people are still at it. */
const timeJumps = 12;
const afterExpiryMs = 41 * 60_000;

/** Buys so many things in a world where everything dies, waits until the dust has settled, and holds the books against each other. */
export async function run({ purchases, seed, progress }: RunOptions): Promise<RunReport> {
  const random = createRandom(seed);
  const faults = new FaultPlan(random.fork(1));
  // Fewer pieces than are asked for, so that many come too late.
  const world = await startWorld({ faults, processes, stock: Math.ceil(purchases / 5) });
  try {
    const webhooks = createWebhooks(world, random.fork(2));
    const intents: Intent[] = [];
    await Promise.all([
      inParallel(purchases, together, async (number) => {
        intents.push(await shop(world, random.fork(1000 + number), number));
        progress?.(intents.length);
      }),
      untilAll(() => intents.length, purchases, world, webhooks),
    ]);
    await giveBack(world, random.fork(3));
    await settle(world, webhooks);
    const { findings, tally } = await check(world, intents);
    return {
      intents: intents.length,
      ends: countEnds(intents),
      tally,
      findings,
      kills: faults.kills,
      webhooks: webhooks.told,
      coverage: faults.coverage(),
    };
  } finally {
    await world.stop();
  }
}

/** While people shop, webhooks come, some at once and some late; and now and then it is later than somebody thought. */
async function untilAll(shopped: () => number, purchases: number, world: World, webhooks: Webhooks): Promise<void> {
  let jumps = 0;
  while (shopped() < purchases) {
    await webhooks.some(0.5);
    if (shopped() > (purchases * (jumps + 1)) / timeJumps) {
      jumps += 1;
      await passTime(world);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function passTime(world: World): Promise<void> {
  world.pass(afterExpiryMs);
  for (const tenantId of tenantIds) await sweep(world, tenantId);
}

/** At the provider's own dashboard some payments are given back. */
async function giveBack({ stripe }: World, random: Random): Promise<void> {
  for await (const { id, status } of stripe.paymentIntents.list({ limit: 100 }))
    if (status === 'succeeded' && random.chance(0.06)) await stripe.refunds.create({ payment_intent: id });
}

/**
 * What nothing else brings to an end, time does: webhooks that wait come, payment pages close, and the sweep finds what was lost. A
 * sweep that dies is run again by its schedule.
 */
async function settle(world: World, webhooks: Webhooks): Promise<void> {
  while (await webhooks.some(1));
  for (let round = 0; round < 4; round += 1) {
    await passTime(world);
    await handleInbox(world, webhooks);
    while (await webhooks.some(1));
  }
}

async function sweep(world: World, tenantId: string): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const outcome = await world.invoke({ do: 'sweep', tenantId }, attempt);
    if ('killed' in outcome) continue;
    if ('status' in outcome) return;
    throw new Error(outcome.error);
  }
  throw new Error(`the sweep of ${tenantId} never came to its end`);
}

/** The stream tells of what a sweep put into the inbox. */
async function handleInbox({ stripe, inbox }: World, webhooks: Webhooks): Promise<void> {
  const open: string[] = [];
  for await (const { id } of stripe.events.list({ limit: 100 })) {
    const entry = await inbox.find(id);
    if (entry && entry.handledAt === undefined) open.push(id);
  }
  await inParallel(open.length, together, async (index) => webhooks.handle(open[index] ?? ''));
}

function countEnds(intents: readonly Intent[]): RunReport['ends'] {
  const ends = { paid: 0, left: 0, refused: 0 };
  for (const { end } of intents) ends[end] += 1;
  return ends;
}
