import { describe, expect, it, vi } from 'vitest';
import { bootBase } from '../../smoke/sample-boot.ts';
import { createAuthStore } from './auth-store.ts';
import { createCatalogStore } from './catalog-store.ts';
import { createPricingStore } from './pricing-store.ts';

const boot = {
  ...bootBase([], 'https://cdn.test', 'en'),
  page: { url: '/', status: 200, rendered: false, data: {} },
};

describe('pricing', () => {
  it('keeps a choice as a cookie and refuses what the shop does not sell in', () => {
    const writeCookie = vi.fn();
    const store = createPricingStore(boot, writeCookie);
    store.choose({ currency: 'EUR', country: 'DE' });
    expect(store.get()).toMatchObject({ currency: 'EUR', country: 'DE' });
    expect(writeCookie.mock.lastCall?.[0]).toMatch(/^__Host-view=EUR\.DE; Path=\/;.*Secure$/);
    store.choose({ currency: 'XXX' });
    expect(store.get().currency).toBe('EUR');
  });
});

describe('recently viewed', () => {
  const work = (id: number) => ({ id: `wrk_${id}`, slug: 's', title: 't', coverSrc: 'c' });

  it('puts the latest first, once, and forgets beyond 24', () => {
    const store = createCatalogStore(() => {
      throw new Error('denied');
    });
    for (let id = 0; id < 30; id += 1) store.recordView(work(id));
    store.recordView(work(20));
    const seen = store.get().recentlyViewed.map(({ id }) => id);
    expect(seen.slice(0, 2)).toEqual(['wrk_20', 'wrk_29']);
    expect(seen).toHaveLength(24);
    expect(new Set(seen).size).toBe(24);
  });

  it('reads only what it wrote', () => {
    const storage = { getItem: () => JSON.stringify([work(1), { id: 2 }, null]), setItem: vi.fn() };
    const store = createCatalogStore(() => storage as unknown as Storage);
    expect(store.get().recentlyViewed).toEqual([work(1)]);
  });
});

describe('auth', () => {
  const setUp = (answer: Response | Error) => {
    const [assign, forget] = [vi.fn(), vi.fn(() => Promise.resolve())];
    const fetch = vi.fn(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer.clone())));
    const auth = createAuthStore({ fetch, assign, currentUrl: () => '/library?x=1', locale: 'de', forget });
    return { assign, forget, fetch, auth };
  };

  it('knows nobody until it has asked', async () => {
    const user = { id: 'usr_1', email: 'a@b.test', name: 'A', roles: ['shopper'] };
    const { auth } = setUp(Response.json({ signedIn: true, user }));
    expect(auth.service.get()).toEqual({ signedIn: 'unknown' });
    await auth.refresh();
    expect(auth.service.get()).toEqual({ signedIn: true, user });
  });

  it.each([
    ['an error', new Response('', { status: 500 })],
    ['nonsense', Response.json({ signedIn: 'maybe' })],
    ['no network', new TypeError('Failed to fetch')],
  ])('does not take %s for nobody', async (_what, answer) => {
    const { auth } = setUp(answer);
    expect(await auth.refresh()).toBe(false);
    expect(auth.service.get()).toEqual({ signedIn: 'unknown', unreachable: true });
  });

  it('keeps who was here while the network is gone, and leaves nobody signed out by it', async () => {
    const user = { id: 'usr_1', email: 'a@b.test', name: 'A', roles: ['shopper'] };
    const { auth, fetch, forget, assign } = setUp(Response.json({ signedIn: true, user }));
    await auth.refresh();
    const told = vi.fn();
    auth.service.subscribe(told);
    await auth.refresh();
    fetch.mockRejectedValue(new TypeError('Failed to fetch'));
    await auth.refresh();
    await auth.service.signOut();
    expect(auth.service.get()).toMatchObject({ signedIn: true });
    expect([told, forget, assign].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  });

  it('comes back to where it started, and leaves through the hosted page', async () => {
    const { auth, assign, forget } = setUp(Response.json({ redirect: 'https://id.test/logout' }));
    auth.service.signIn();
    expect(assign).toHaveBeenLastCalledWith('/api/session/sign-in?return_to=%2Flibrary%3Fx%3D1&locale=de');
    await auth.service.signOut();
    expect(assign).toHaveBeenLastCalledWith('https://id.test/logout');
    expect(forget).toHaveBeenCalledOnce();
    expect(auth.service.get()).toEqual({ signedIn: false });
  });
});
