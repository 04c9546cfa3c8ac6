import { expect, it, vi } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import { createFakeTab } from '../testing/fake-window.ts';
import { createPageSlot } from './page-slot.ts';
import { createPageRouter, type PageRouterOptions } from './page-router.ts';
import { createRouterWindow } from './router-window.ts';

type Loaded = Awaited<ReturnType<PageRouterOptions['load']>>;

const toLoaded = (path: string): Loaded => ({
  route: {
    path,
    manifest: { id: path, path, data: [], access: 'public' },
    slot: createPageSlot({ id: path, page: { default: () => null } }),
  },
  params: {},
  data: { path },
  error: undefined,
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

const never = () => false;

function open(start: string, load = vi.fn((url: URL) => Promise.resolve(toLoaded(url.pathname))), hasMoved = never) {
  const tab = createFakeTab(start);
  const window = createRouterWindow(tab.window, (pathname) => pathname.startsWith('/own'));
  const router = createPageRouter({ window, inlined: undefined, load, hasMoved });
  return { tab, router, load };
}

it('loads once for each navigation, though single-spa echoes it', async () => {
  const { router, load, tab } = open('/own/1');
  await router.ready;
  expect(load).toHaveBeenCalledTimes(1);
  router.navigate('/own/2');
  await settle();
  expect(load).toHaveBeenCalledTimes(2);
  expect(tab.window.location.pathname).toBe('/own/2');
  tab.back();
  await settle();
  expect(load).toHaveBeenCalledTimes(3);
  expect(router.state().data).toEqual({ path: '/own/1' });
});

it('loads once where the shell moved the address', async () => {
  const { router, load, tab } = open('/own/1');
  await router.ready;
  tab.shellPush('/own/3');
  await settle();
  expect(load).toHaveBeenCalledTimes(2);
  expect(router.state().location.pathname).toBe('/own/3');
});

it('ignores addresses of other remotes', async () => {
  const { router, load, tab } = open('/own/1');
  await router.ready;
  tab.shellPush('/cart');
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
  expect(router.state().location.pathname).toBe('/own/1');
});

it('keeps the present page and address until the next one is there', async () => {
  const next = Promise.withResolvers<Loaded>();
  const { router, tab } = open(
    '/own/1',
    vi.fn((url: URL) => (url.pathname === '/own/2' ? next.promise : Promise.resolve(toLoaded(url.pathname)))),
  );
  await router.ready;
  router.navigate('/own/2');
  await settle();
  expect(tab.window.location.pathname).toBe('/own/1');
  expect(router.state().pending?.pathname).toBe('/own/2');
  next.resolve(toLoaded('/own/2'));
  await settle();
  expect(router.state()).toMatchObject({ data: { path: '/own/2' }, pending: undefined });
});

it('gives an overtaken navigation up', async () => {
  const slow = Promise.withResolvers<Loaded>();
  const { router, tab } = open(
    '/own/1',
    vi.fn((url: URL) => (url.pathname === '/own/slow' ? slow.promise : Promise.resolve(toLoaded(url.pathname)))),
  );
  await router.ready;
  router.navigate('/own/slow');
  router.navigate('/own/2');
  await settle();
  slow.resolve(toLoaded('/own/slow'));
  await settle();
  expect(tab.window.location.pathname).toBe('/own/2');
  expect(router.state().data).toEqual({ path: '/own/2' });
});

it('is ready only with a page, even where the first was overtaken', async () => {
  const first = Promise.withResolvers<Loaded>();
  const { router, tab } = open(
    '/own/1',
    vi.fn((url: URL) => (url.pathname === '/own/1' ? first.promise : Promise.resolve(toLoaded(url.pathname)))),
  );
  tab.shellPush('/own/2');
  await settle();
  first.resolve(toLoaded('/own/1'));
  await router.ready;
  expect(router.state().data).toEqual({ path: '/own/2' });
});

it('does not load for a fragment of the page', async () => {
  const { router, load } = open('/own/1');
  await router.ready;
  router.navigate('/own/1#tracks');
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
  expect(router.state().location.hash).toBe('#tracks');
});

it('loads nothing where the document brought the page', async () => {
  const load = vi.fn((url: URL) => Promise.resolve(toLoaded(url.pathname)));
  const tab = createFakeTab('/own/1');
  const router = createPageRouter({ window: tab.window, inlined: toLoaded('/own/1'), load, hasMoved: never });
  await router.ready;
  expect(load).not.toHaveBeenCalled();
  await router.revalidate();
  expect(load).toHaveBeenCalledTimes(1);
});

it('loads a document where the release set has moved on, known before or told on the way', async () => {
  let moved = false;
  const load = vi.fn((url: URL) => {
    moved ||= url.pathname === '/own/telling';
    return Promise.resolve(toLoaded(url.pathname));
  });
  const { router, tab } = open('/own/1', load, () => moved);
  await router.ready;
  router.navigate('/own/telling');
  await settle();
  router.navigate('/own/2', { replace: true });
  await settle();
  expect(tab.documents).toEqual(['http://shop.test/own/telling', 'http://shop.test/own/2']);
  expect(load).toHaveBeenCalledTimes(2);
  expect(router.state().location.pathname).toBe('/own/1');
});

it('is deaf after it was disposed of', async () => {
  const { router, load, tab } = open('/own/1');
  await router.ready;
  router.dispose();
  tab.shellPush('/own/2');
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
});

const problem = (status: number): ProblemError =>
  new ProblemError({ type: 'about:blank', title: 'No', status, code: `http_${status}` });

/** A page that is there, and whose data cannot be had again. */
async function openFailing(status: number) {
  const opened = open('/own/1');
  await opened.router.ready;
  opened.load.mockResolvedValue({ ...toLoaded('/own/1'), data: undefined, error: problem(status) });
  return opened;
}

it('answers the data that it fetched anew', async () => {
  const { router, load } = open('/own/1');
  await router.ready;
  load.mockResolvedValue({ ...toLoaded('/own/1'), data: { path: 'anew' } });
  await expect(router.revalidate()).resolves.toEqual({ path: 'anew' });
  expect(router.state().data).toEqual({ path: 'anew' });
});

it.each([429, 500, 503])('keeps the page through a %i while it looks again', async (status) => {
  const { router } = await openFailing(status);
  await expect(router.revalidate()).resolves.toBeUndefined();
  expect(router.state()).toMatchObject({ data: { path: '/own/1' }, error: undefined });
});

it.each([401, 403, 404])('shows a %i in place of the page', async (status) => {
  const { router } = await openFailing(status);
  await router.revalidate();
  expect(router.state()).toMatchObject({ data: undefined, error: problem(status) });
});

it('keeps nothing that is no longer the visitor’s', async () => {
  const { router } = await openFailing(503);
  await router.reload();
  expect(router.state()).toMatchObject({ data: undefined, error: problem(503) });
});

it('shows a problem where there is no data yet, and the page once it can be had', async () => {
  const { router, load } = await openFailing(503);
  await router.reload();
  await router.revalidate();
  expect(router.state().error).toEqual(problem(503));
  load.mockResolvedValue(toLoaded('/own/1'));
  await router.revalidate();
  expect(router.state()).toMatchObject({ data: { path: '/own/1' }, error: undefined });
});

it('gives up looking again when the visitor goes on', async () => {
  const aborting = (url: URL, signal?: AbortSignal): Promise<Loaded> =>
    new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      setTimeout(() => resolve(toLoaded(url.pathname)), 20);
    });
  const { router } = open('/own/1', vi.fn(aborting));
  await router.ready;
  const looking = router.revalidate();
  router.navigate('/own/2');
  await expect(looking).resolves.toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(router.state().data).toEqual({ path: '/own/2' });
});
