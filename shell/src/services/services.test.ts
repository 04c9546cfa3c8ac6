import { describe, expect, it, vi } from 'vitest';
import { createNavigation } from './navigation.ts';
import { createShellFetch } from './shell-fetch.ts';
import { createTelemetry } from './telemetry.ts';

const origin = 'https://shop.test';

describe('shell fetch', () => {
  const setUp = (answer = new Response('')) => {
    const fetch = vi.fn((_request: Request) => Promise.resolve(answer));
    const onSignedOut = vi.fn();
    const onReleaseMoved = vi.fn();
    const api = createShellFetch({
      fetch: (request) => fetch(request as Request),
      origin,
      releaseSetId: 'set_1',
      onSignedOut,
      onReleaseMoved,
    });
    return { api, onSignedOut, onReleaseMoved, sent: () => fetch.mock.lastCall?.[0] };
  };

  it('marks writes as the shop’s own', async () => {
    const { api, sent } = setUp();
    await api('/api/cart', { method: 'POST', body: '{}' });
    expect(sent()?.headers.get('x-tessera-csrf')).toBe('1');
    expect(sent()?.headers.get('x-tessera-release')).toBe('set_1');
    await api('/api/cart');
    expect(sent()?.headers.get('x-tessera-csrf')).toBeNull();
  });

  it('goes nowhere else', async () => {
    const { api, sent } = setUp();
    await expect(api('https://elsewhere.test/api')).rejects.toThrow('is not this shop');
    await expect(api('//elsewhere.test/api')).rejects.toThrow('is not this shop');
    expect(sent()).toBeUndefined();
  });

  it('notices a lost session and a moved release set', async () => {
    const lost = setUp(new Response('', { status: 401, headers: { 'x-tessera-release': 'set_1' } }));
    await lost.api('/api/me');
    expect(lost.onSignedOut).toHaveBeenCalledOnce();
    expect(lost.onReleaseMoved).not.toHaveBeenCalled();
    const moved = setUp(new Response('', { headers: { 'x-tessera-release': 'set_2' } }));
    await moved.api('/api/cart');
    expect(moved.onReleaseMoved).toHaveBeenCalledOnce();
  });
});

describe('navigation', () => {
  const setUp = (moved = false) => {
    const window = {
      location: { href: `${origin}/`, origin, assign: vi.fn(), replace: vi.fn() },
      history: { state: { idx: 4 }, pushState: vi.fn(), replaceState: vi.fn() },
      document: { title: 'Shop' },
    };
    const announce = vi.fn();
    const navigation = createNavigation({
      window: window as unknown as Window,
      tenantName: 'Shop',
      isInDocument: (pathname) => pathname !== '/admin',
      hasMoved: () => moved,
      announce,
      newKey: () => 'k',
    });
    return { window, announce, navigation };
  };

  it('stays in the document where it can', () => {
    const { navigation, window } = setUp();
    navigation.navigate('/cart?x=1#top');
    expect(window.history.pushState).toHaveBeenCalledWith({ usr: null, key: 'k', idx: 5 }, '', '/cart?x=1#top');
    expect(window.location.assign).not.toHaveBeenCalled();
  });

  it.each([
    ['another document', '/admin', false],
    ['another origin', 'https://elsewhere.test/', false],
    ['a moved release set', '/cart', true],
  ])('loads a document for %s', (_what, to, moved) => {
    const { navigation, window } = setUp(moved);
    navigation.navigate(to);
    expect(window.location.assign).toHaveBeenCalledOnce();
    expect(window.history.pushState).not.toHaveBeenCalled();
  });

  it('titles the tab and says a title once', () => {
    const { navigation, window, announce } = setUp();
    navigation.announce('Cart');
    navigation.announce('Cart');
    expect(window.document.title).toBe('Cart · Shop');
    expect(announce).toHaveBeenCalledOnce();
  });
});

describe('telemetry', () => {
  const event = { type: 'error', message: 'm', at: '2026-01-01T00:00:00.000Z' } as const;

  it('sends in batches of at most 50, and never without end', () => {
    const send = vi.fn();
    const telemetry = createTelemetry({ releaseSetId: 'set_1', send, delayMs: 1e6 });
    for (let count = 0; count < 1000; count += 1) telemetry.report(event);
    telemetry.flush();
    expect(send).toHaveBeenCalledTimes(10);
    expect(JSON.parse(String(send.mock.calls[0]?.[0]))).toMatchObject({ releaseSet: 'set_1' });
  });

  it('says nothing where there is nothing to say', () => {
    const send = vi.fn();
    createTelemetry({ releaseSetId: 'set_1', send, delayMs: 1 }).flush();
    expect(send).not.toHaveBeenCalled();
  });
});
