import type { AuthState } from '@tessera/contracts/api/session.ts';
import { expect, it, vi } from 'vitest';
import { createDataSource } from '../data/data-source.ts';
import type { BuiltRoute } from './build-routes.ts';
import { loadRoute } from './load-route.ts';
import { ChunkError, createPageSlot } from './page-slot.ts';

const page = { default: () => null };
const view = () => ({ locale: 'en' as const, currency: 'USD', country: 'US' });
const workUrl = '/api/public/catalog/items/wrk_1?country=US&currency=USD&locale=en';

const route = (overrides: Partial<BuiltRoute['manifest']> = {}, lazy = () => Promise.resolve(page)): BuiltRoute => ({
  path: '/work/:id',
  manifest: {
    id: 'work',
    path: '/work/:id',
    data: ['/api/public/catalog/items/{id}'],
    access: 'public',
    ...overrides,
  },
  slot: createPageSlot({ id: 'work', lazy }),
});

function context(answer: Response | Error, inlined: Record<string, { status: number; body: unknown }> = {}) {
  const fetch = vi.fn(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer.clone())));
  const boot = { page: { data: inlined } } as unknown as Parameters<typeof createDataSource>[0]['boot'];
  let auth: AuthState = { signedIn: 'unknown' };
  const listeners = new Set<() => void>();
  return {
    fetch,
    settleAuth(state: AuthState) {
      auth = state;
      for (const listener of listeners) listener();
    },
    source: createDataSource({ boot, fetch }),
    auth: {
      get: () => auth,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    isSteady: () => true,
    view,
  };
}

const request = (built: BuiltRoute) => ({
  route: built,
  params: { id: 'wrk_1' },
  search: new URLSearchParams(),
  signal: new AbortController().signal,
});

it('reads from the document once, then from the API', async () => {
  const deps = context(Response.json({ title: 'fetched' }), { [workUrl]: { status: 200, body: { title: 'inlined' } } });
  const path = '/api/public/catalog/items/{id}';
  expect(await loadRoute(deps, request(route()))).toEqual({ [path]: { title: 'inlined' } });
  expect(deps.fetch).not.toHaveBeenCalled();
  expect(await loadRoute(deps, request(route()))).toEqual({ [path]: { title: 'fetched' } });
  expect(deps.fetch).toHaveBeenCalledTimes(1);
});

it.each([
  ['a problem of the API', Response.json({ title: 'Gone', code: 'not_found' }, { status: 404 }), 404, 'not_found'],
  ['an answer that is no problem', new Response('<html>', { status: 502 }), 502, 'http_502'],
  ['no answer', new TypeError('Failed to fetch'), 503, 'offline'],
])('makes a problem of %s', async (_what, answer, status, code) => {
  await expect(loadRoute(context(answer), request(route()))).rejects.toMatchObject({ problem: { status, code } });
});

it('asks those to sign in who have no session, once it is known', async () => {
  const deps = context(Response.json({}));
  const loading = loadRoute(deps, request(route({ access: 'signed-in' })));
  deps.settleAuth({ signedIn: false });
  await expect(loading).rejects.toMatchObject({ problem: { status: 401 } });
  expect(deps.fetch).not.toHaveBeenCalled();
});

it('tells code that did not arrive from data that did not, and tries it anew', async () => {
  const lazy = vi.fn().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue(page);
  const built = route({}, lazy);
  const deps = context(Response.json({}));
  await expect(loadRoute(deps, request(built))).rejects.toBeInstanceOf(ChunkError);
  await expect(loadRoute(deps, request(built))).resolves.toBeDefined();
});

it('takes code that cannot come without a network for the network’s absence', async () => {
  const built = route({ data: [] }, () => Promise.reject(new TypeError('Failed to fetch')));
  const deps = { ...context(new TypeError('Failed to fetch')), isSteady: () => false };
  await expect(loadRoute(deps, request(built))).rejects.toMatchObject({ problem: { code: 'offline' } });
});

it('does not wait for ever to learn who is here', async () => {
  const deps = context(Response.json({}));
  const loading = loadRoute(deps, request(route({ access: 'signed-in' })));
  deps.settleAuth({ signedIn: 'unknown', unreachable: true });
  await expect(loading).rejects.toMatchObject({ problem: { code: 'offline' } });
});

it('brings a page its own messages in the view’s language, and English where it lacks that', async () => {
  const messages = {
    en: () => Promise.resolve({ default: { hello: 'Hello' } }),
    de: () => Promise.resolve({ default: { hello: 'Hallo' } }),
  };
  const saidIn = async (locale: 'de' | 'ar') => {
    const built = { ...route(), slot: createPageSlot({ id: 'work', lazy: () => Promise.resolve(page), messages }) };
    await loadRoute({ ...context(Response.json({})), view: () => ({ ...view(), locale }) }, request(built));
    return built.slot.messages;
  };
  expect(await saidIn('de')).toEqual({ hello: 'Hallo' });
  expect(await saidIn('ar')).toEqual({ hello: 'Hello' });
});
