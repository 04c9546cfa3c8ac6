import { createVisitor, type Visitor } from '../../../backend/local/identity/testing/visitor.ts';
import type { Buyer } from '../lib/shop-process.ts';
import type { Job, Outcome } from './job.ts';
import { buy } from './purchase.ts';

/** Whole purchases, one behind the other on each connection, each connection a person of its own. */
export async function runPurchases({ origin, connections, durationMs, buyers }: Job): Promise<Outcome> {
  const port = Number(new URL(origin).port);
  const people = await Promise.all(
    buyers.slice(0, connections).map(async (buyer) => ({ buyer, visitor: await signIn(buyer, origin, port) })),
  );
  const latenciesMs: number[] = [];
  const problems: string[] = [];
  const startedAt = performance.now();
  await Promise.all(
    people.map(async ({ buyer, visitor }) => {
      while (performance.now() - startedAt < durationMs) {
        const begin = performance.now();
        try {
          await buy(visitor, origin, buyer.email);
          latenciesMs.push(performance.now() - begin);
        } catch (error) {
          problems.push(String(error));
        }
      }
    }),
  );
  const elapsedMs = performance.now() - startedAt;
  const [firstFailure] = problems;
  return {
    latenciesMs,
    elapsedMs,
    failures: problems.length,
    ...(firstFailure === undefined ? {} : { firstFailure }),
  };
}

async function signIn({ email, password }: Buyer, origin: string, port: number): Promise<Visitor> {
  const visitor = createVisitor(() => port);
  const page = await visitor.visit(`${origin}/api/session/sign-in?return_to=${encodeURIComponent('/cart')}`);
  const back = await visitor.submit(page, { email, password });
  if (back.url.origin !== origin) throw new Error(`${email} was not signed in: ${back.url.href}`);
  return visitor;
}
