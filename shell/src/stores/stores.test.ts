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
  const setUp = (answer: Response) => {
    const assign = vi.fn();
    const fetch = vi.fn(() => Promise.resolve(answer));
    return { assign, auth: createAuthStore({ fetch, assign, currentUrl: () => '/library?x=1' }) };
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
  ])('takes %s for nobody', async (_what, answer) => {
    const { auth } = setUp(answer);
    await auth.refresh();
    expect(auth.service.get()).toEqual({ signedIn: false });
  });

  it('comes back to where it started, and leaves through the hosted page', async () => {
    const { auth, assign } = setUp(Response.json({ redirect: 'https://id.test/logout' }));
    auth.service.signIn();
    expect(assign).toHaveBeenLastCalledWith('/api/session/sign-in?return_to=%2Flibrary%3Fx%3D1');
    await auth.service.signOut();
    expect(assign).toHaveBeenLastCalledWith('https://id.test/logout');
    expect(auth.service.get()).toEqual({ signedIn: false });
  });
});
