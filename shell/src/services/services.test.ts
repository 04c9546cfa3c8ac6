import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createNavigation } from './navigation.ts';
import { createShellFetch } from './shell-fetch.ts';
import { createTelemetry } from './telemetry.ts';

const origin = 'https://shop.test';

describe('shell fetch', () => {
  const setUp = (answer = new Response('')) => {
    const fetch = vi.fn((_request: Request) => Promise.resolve(answer));
    const onSignedOut = vi.fn();
    const onReleaseMoved = vi.fn();
    const onPageView = vi.fn();
    const onFailed = vi.fn();
    const api = createShellFetch({
      fetch: (request) => fetch(request as Request),
      origin,
      releaseSetId: 'set_1',
      sliceOf: (path) => (path === '/api/cart' ? 'checkout.0123456789ab' : undefined),
      onSignedOut,
      onReleaseMoved,
      onPageView,
      onFailed,
    });
    return { api, onSignedOut, onReleaseMoved, onPageView, onFailed, fetch, sent: () => fetch.mock.lastCall?.[0] };
  };

  it('marks writes as the shop’s own', async () => {
    const { api, sent } = setUp();
    await api('/api/cart', { method: 'POST', body: '{}' });
    expect(sent()?.headers.get('x-tessera-csrf')).toBe('1');
    expect(sent()?.headers.get('x-tessera-release')).toBe('set_1');
    await api('/api/cart');
    expect(sent()?.headers.get('x-tessera-csrf')).toBeNull();
  });

  it('says which version of a slice the page was built with, where it was built with one', async () => {
    const { api, sent } = setUp();
    await api('/api/cart');
    expect(sent()?.headers.get('x-tessera-slice')).toBe('checkout.0123456789ab');
    await api('/api/session');
    expect(sent()?.headers.get('x-tessera-slice')).toBeNull();
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

  it('tells of answers that failed or did not come, and of no others', async () => {
    const broken = setUp(new Response('', { status: 503 }));
    await broken.api('/api/public/catalog/home?x=1');
    expect(broken.onFailed).toHaveBeenCalledExactlyOnceWith('/api/public/catalog/home', 503);
    const fine = setUp(new Response('', { status: 404 }));
    await fine.api('/api/cart');
    expect(fine.onFailed).not.toHaveBeenCalled();
    const gone = setUp();
    gone.fetch.mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(gone.api('/api/cart')).rejects.toThrow('Failed to fetch');
    expect(gone.onFailed).toHaveBeenCalledExactlyOnceWith('/api/cart', 0);
  });

  it('does not take a request that was given up for one that failed', async () => {
    const { api, fetch, onFailed } = setUp();
    fetch.mockRejectedValue(new DOMException('', 'AbortError'));
    await expect(api('/api/cart', { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(onFailed).not.toHaveBeenCalled();
  });

  it('takes the page view’s token from the answer that brings it', async () => {
    const { api, onPageView } = setUp(new Response('', { headers: { 'x-tessera-page-view': 'token' } }));
    await api('/api/session');
    expect(onPageView).toHaveBeenCalledExactlyOnceWith('token');
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

  const setUp = (more: { override?: boolean } = {}) => {
    const send = vi.fn<(body: string) => void>();
    const times = { delayMs: 5_000, urgentDelayMs: 500, patienceMs: 15_000 };
    const telemetry = createTelemetry({ releaseSetId: 'set_1', send, ...times, ...more });
    const sent = () => send.mock.calls.map(([body]) => JSON.parse(body) as { pageView?: string; events: object[] });
    return { telemetry, sent };
  };
  const failed = {
    type: 'remote-failed',
    remote: 'mfe-catalog',
    reason: 'render',
    message: 'm',
    attempt: 1,
    at: event.at,
  } as const;
  beforeEach(() => {
    vi.useFakeTimers();
    return () => void vi.useRealTimers();
  });

  it('sends in batches of at most 50, and never without end', () => {
    const { telemetry, sent } = setUp();
    for (let count = 0; count < 1000; count += 1) telemetry.report(event);
    telemetry.flush();
    expect(sent()).toHaveLength(10);
    expect(sent()[0]).toMatchObject({ releaseSet: 'set_1' });
    expect(sent().every(({ events }) => events.length === 50)).toBe(true);
  });

  it.each([true, false])('of a page with a remote from elsewhere says so (%s)', (override) => {
    const { telemetry, sent } = setUp({ override });
    telemetry.report(event);
    telemetry.flush();
    expect(sent().map((batch) => 'override' in batch)).toEqual([override]);
  });

  it('says nothing where there is nothing to say', () => {
    const { telemetry, sent } = setUp();
    telemetry.flush();
    expect(sent()).toEqual([]);
  });

  it('waits for the token of its page view, and sends what failed soon after', () => {
    const { telemetry, sent } = setUp();
    telemetry.report(failed);
    vi.advanceTimersByTime(10_000);
    expect(sent()).toEqual([]);
    telemetry.admit('token');
    telemetry.admit('of another answer');
    vi.advanceTimersByTime(500);
    expect(sent()).toMatchObject([{ pageView: 'token', events: [{ type: 'remote-failed' }] }]);
    telemetry.report(event);
    vi.advanceTimersByTime(4_999);
    expect(sent()).toHaveLength(1);
    telemetry.report(failed);
    vi.advanceTimersByTime(1);
    expect(sent()[1]).toMatchObject({ pageView: 'token', events: [{}, {}] });
  });

  it('does not wait for a token for ever, nor when the page is left', () => {
    const { telemetry, sent } = setUp();
    telemetry.report(event);
    vi.advanceTimersByTime(15_000);
    expect(sent()).toHaveLength(1);
    telemetry.report(event);
    telemetry.flush();
    expect(sent()).toHaveLength(2);
  });

  it('delivers what there is before the page is left, with its token where that comes in time', async () => {
    const inTime = setUp();
    inTime.telemetry.report(failed);
    const delivered = inTime.telemetry.deliver(1_000);
    vi.advanceTimersByTime(400);
    expect(inTime.sent()).toEqual([]);
    inTime.telemetry.admit('token');
    await delivered;
    expect(inTime.sent()).toMatchObject([{ pageView: 'token', events: [{}] }]);

    const late = setUp();
    late.telemetry.report(failed);
    const anyway = late.telemetry.deliver(1_000);
    vi.advanceTimersByTime(1_000);
    await anyway;
    expect(late.sent()).toMatchObject([{ events: [{}] }]);
  });

  it('knows which remotes were on the page', () => {
    const { telemetry } = setUp();
    telemetry.report(event);
    expect(telemetry.knows('mfe-catalog')).toBe(false);
    telemetry.report(failed);
    expect(telemetry.knows('mfe-catalog')).toBe(true);
  });
});
