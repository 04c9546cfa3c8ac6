import { address, germanAddress } from '../../../backend/checkout/testing/addresses.ts';
import { album, ebook, tokens } from '../../../backend/checkout/testing/shops.ts';
import { card, submit } from '../../../backend/local/stripe/testing.ts';
import type { Outcome } from './function-pool.ts';
import type { Task } from './protocol.ts';
import type { Random } from './random.ts';
import { limited, type World } from './world.ts';

/** What one person set out to buy, once. */
export interface Intent {
  tenantId: string;
  user: string;
  /** Per product, how many. */
  wanted: Record<string, number>;
  /** `paid` where the payment page said so: whether the shop agrees is what is to be seen. */
  end: 'paid' | 'left' | 'refused';
}

const declinedCard = '4000000000000002';
const maxTries = 8;

/**
 * A purchase with all that goes wrong at a till: answers that never come, the button pressed twice, a second tab with another
 * address, a card that is declined, and people who leave.
 */
export async function shop(world: World, random: Random, number: number): Promise<Intent> {
  const tenantId = random.chance(0.25) ? 'folio' : 'aria';
  const person = new Person(world, random, tenantId, `usr_${number}`);
  const wanted = chooseGoods(random, tenantId);
  const intent = { tenantId, user: person.user, wanted };
  for (const [productId, quantity] of Object.entries(wanted)) await person.put(productId, quantity);

  const pages = await person.checkOut();
  if (pages.length === 0) return { ...intent, end: 'refused' };
  if (random.chance(0.12)) return { ...intent, end: 'left' };
  if (random.chance(0.1)) await submit(random.pick([pages[0] ?? '', pages.at(-1) ?? '']), card(declinedCard));
  const paid = await Promise.all(pages.map(pay));
  if (random.chance(0.5)) await person.lookAtOrders();
  return { ...intent, end: paid.some(Boolean) ? 'paid' : 'refused' };
}

/** Pressed twice by some; the page answers 303 for the one that went through. */
async function pay(page: string): Promise<boolean> {
  const answers = await Promise.all([submit(page, card('4242424242424242')), submit(page, card('4242424242424242'))]);
  return answers.some(({ status }) => status === 303);
}

function chooseGoods(random: Random, tenantId: string): Record<string, number> {
  if (tenantId === 'folio') return { [ebook]: random.whole(1, 2) };
  return random.pick<Record<string, number>>([
    { [album]: 1 },
    { [limited]: random.whole(1, 2) },
    { [album]: 1, [tokens]: random.whole(1, 3) },
    { [album]: 1, [limited]: 1 },
  ]);
}

class Person {
  readonly user: string;
  readonly #world: World;
  readonly #random: Random;
  readonly #tenantId: string;
  readonly #orders = new Set<string>();
  #keys = 0;

  constructor(world: World, random: Random, tenantId: string, user: string) {
    this.#world = world;
    this.#random = random;
    this.#tenantId = tenantId;
    this.user = user;
  }

  put(productId: string, quantity: number): Promise<Reply> {
    return this.#send('POST', '/api/cart', { op: 'set', productId, quantity });
  }

  /** Payment pages that were come to, one of each tab. What is sold out meanwhile is taken out of the cart. */
  async checkOut(): Promise<string[]> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const tabs = await Promise.all(this.#tabs().map((line1) => this.#placeOrder(line1)));
      const pages = tabs.flatMap(({ status, body }) => (status === 200 ? [pageOf(body)] : []));
      for (const { status, body } of tabs) if (status === 200) this.#orders.add(orderOf(body));
      if (pages.length > 0) return [...new Set(pages)];
      if (!(await this.#takeOutGone())) return [];
    }
    return [];
  }

  async lookAtOrders(): Promise<void> {
    for (const orderId of this.#orders) await this.#send('GET', `/api/checkout/orders/${orderId}`);
  }

  /** What each tab has as its address: most have one tab, some two with the same, some two that differ. */
  #tabs(): string[] {
    if (this.#random.chance(0.7)) return ['1 Main St'];
    return this.#random.chance(0.5) ? ['1 Main St', '1 Main St'] : ['1 Main St', '2 Main St'];
  }

  #placeOrder(line1: string): Promise<Reply> {
    return this.#send('POST', '/api/checkout/create-session', {
      email: `${this.user}@example.com`,
      address: { ...(this.#tenantId === 'folio' ? germanAddress : address), line1 },
      acceptedTerms: true,
    });
  }

  /** Whether something was taken out, and something is left. */
  async #takeOutGone(): Promise<boolean> {
    const { status, body } = await this.#send('GET', '/api/cart');
    if (status !== 200) return false;
    // The slice's own answer, whose shape its contract has checked.
    const { lines } = JSON.parse(body) as { lines: { productId: string; notice?: string; quantity: number }[] };
    const gone = lines.filter(({ notice }) => notice === 'unavailable');
    const reduced = lines.filter(({ notice }) => notice === 'quantity-reduced');
    for (const { productId } of gone) await this.put(productId, 0);
    for (const { productId, quantity } of reduced) await this.put(productId, quantity);
    return gone.length + reduced.length > 0 && lines.length > gone.length;
  }

  /** Sends until there is an answer. Who retries does so with the key of before, or as a new wish. */
  async #send(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply> {
    let key = this.#newKey();
    for (let attempt = 0; attempt < maxTries; attempt += 1) {
      const task: Task = { do: 'request', tenantId: this.#tenantId, user: this.user, method, path, body, key };
      const outcome = await this.#world.invoke(task, attempt);
      const reply = replyOf(outcome);
      if (reply) return reply;
      if (this.#random.chance(0.3)) key = this.#newKey();
    }
    return { status: 0, body: '' };
  }

  #newKey(): string {
    this.#keys += 1;
    return `${this.user}-key-${this.#keys}-of-the-device`;
  }
}

interface Reply {
  status: number;
  body: string;
}

/** Undefined where the connection broke, or the shop asks to try again. */
function replyOf(outcome: Outcome): Reply | undefined {
  if (!('status' in outcome)) return undefined;
  const again = outcome.status >= 500 || (outcome.status === 409 && outcome.body.includes('checkout_busy'));
  return again ? undefined : outcome;
}

const pageOf = (body: string): string => (JSON.parse(body) as { url: string }).url;
const orderOf = (body: string): string => (JSON.parse(body) as { orderId: string }).orderId;
