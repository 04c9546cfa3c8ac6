import { expect, test } from 'vitest';
import { createThrottle, parseQuotas } from './throttle.ts';

const request = { tenantId: 'aria', client: '1.1.1.1', routeClass: 'write' as const };

test('takes exactly the limit in a window, and again in the next one', async () => {
  let at = Date.parse('2026-11-01T12:00:10Z');
  const throttle = createThrottle({ clock: () => new Date(at), quotas: parseQuotas('{"write":2}') });
  expect(await throttle.take(request)).toEqual({ ok: true });
  expect(await throttle.take(request)).toEqual({ ok: true });
  expect(await throttle.take(request)).toEqual({ ok: false, retryAfterSeconds: 50 });
  at += 50_000;
  expect(await throttle.take(request)).toEqual({ ok: true });
});

test('what writes is counted over all environments, what reads is not', async () => {
  const counts = new Map<string, number>();
  const shared = {
    increment: async ({ key }: { key: string }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return counts.get(key) ?? 0;
    },
  };
  const environments = [1, 2].map(() =>
    createThrottle({ clock: () => new Date(0), quotas: parseQuotas('{"write":1,"read":1,"beacon":1}'), shared }),
  );
  const take = (routeClass: 'read' | 'write' | 'beacon') =>
    Promise.all(environments.map(async (one) => (await one.take({ ...request, routeClass })).ok));
  expect(await take('write')).toEqual([true, false]);
  expect(await take('read')).toEqual([true, true]);
  expect(await take('beacon')).toEqual([true, true]);
});

test('refuses limits it does not know', () => {
  expect(() => parseQuotas('{"reed":1}')).toThrow();
  expect(parseQuotas(undefined)).toEqual({});
});
