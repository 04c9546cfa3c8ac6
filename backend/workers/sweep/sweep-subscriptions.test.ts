import { afterAll, beforeAll, expect, test } from 'vitest';
import { monthly, startWorld, type World } from '../../checkout/testing/world.ts';
import { submit } from '../../local/stripe/testing.ts';
import { sweepSubscriptions } from './sweep-subscriptions.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('a renewal whose webhooks never came is found, once', async () => {
  const scope = world.scope('aria');
  const { url, orderId } = await world.placed('aria', 'usr_1', monthly);
  await world.pay(url);
  await world.order('aria', 'usr_1', orderId);
  expect(await sweepSubscriptions(scope)).toEqual({ heard: 0 });
  const before = await scope.subscriptions.find('usr_1', orderId);
  const subscription = before?.providerId ?? '';
  await submit(`${world.payment.origin}/operator/subscriptions/${subscription}/advance`, {});
  world.time.offsetMs += 32 * 24 * 3600_000;
  expect(await sweepSubscriptions(scope)).toEqual({ heard: 1 });
  const after = await scope.subscriptions.find('usr_1', orderId);
  expect(Date.parse(after?.periodEnd ?? '')).toBeGreaterThan(Date.parse(before?.periodEnd ?? ''));
  expect(await sweepSubscriptions(scope)).toEqual({ heard: 0 });
});
