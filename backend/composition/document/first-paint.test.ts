import { ReleaseRecord } from '@tessera/contracts/release.ts';
import { expect, test } from 'vitest';
import { aTenant } from '../testing/tenant.ts';
import { aLiveSet } from '../testing/live-set.ts';
import { bootBaseOf } from './boot-document.ts';
import { findPage } from './find-page.ts';
import { createFirstPaint, type FirstPaintOptions } from './first-paint.ts';
import { RenderAnswer } from './render-answer.ts';
import type { RenderEvent } from './render-function.ts';

const tenant = aTenant();
const live = aLiveSet();
const viewing = { locale: 'de', currency: 'EUR', country: 'DE' } as const;
const boot = bootBaseOf({ tenant, live, surface: 'shop', viewing, cdn: 'http://cdn.aria.localhost' });
const answer = RenderAnswer.parse({
  result: { status: 200, head: { title: 'A' }, html: '<h1>A</h1>' },
  data: { '/api/x': { status: 200, body: 1 } },
});

function inputOf(path: string) {
  const page = findPage(live, 'shop', path);
  if (!page) throw new Error(`nothing answers ${path}`);
  return {
    tenantId: 'aria',
    host: 'aria.localhost:8080',
    url: new URL(`/de${path}?q=blue`, 'http://aria.localhost:8080'),
    boot,
    page,
  };
}

function setup(render: FirstPaintOptions['render'], overrides: Partial<FirstPaintOptions> = {}) {
  const failures: unknown[] = [];
  const paint = createFirstPaint({
    render,
    renderForTeam: () => () => undefined,
    bucket: 'releases',
    budgetMs: 20,
    deadlineMs: 1_000,
    failed: (failure) => void failures.push(failure),
    ...overrides,
  });
  return { paint, failures };
}

test('asks the slice with what it needs, and takes its markup and data', async () => {
  const events: [string, RenderEvent][] = [];
  const { paint } = setup((slice, event) => (events.push([slice, event]), Promise.resolve(answer)));
  expect(await paint(inputOf('/work/wrk_1'))).toMatchObject({
    kind: 'rendered',
    page: { html: '<h1>A</h1>' },
    data: { '/api/x': { body: 1 } },
  });
  const [[slice, event] = []] = events;
  expect(slice).toBe('catalog');
  expect(event).toMatchObject({
    tenantId: 'aria',
    host: 'aria.localhost:8080',
    url: '/de/work/wrk_1?q=blue',
    dataUrls: ['/api/public/catalog/items/wrk_1?country=DE&currency=EUR&locale=de'],
    release: {
      bucket: 'releases',
      key: expect.stringMatching(/^blobs\/[0-9a-f]{96}$/),
      integrity: expect.stringMatching(/^sha384-/),
    },
  });
});

test('never gives what was rendered for one developer’s override to anybody else', async () => {
  const rendered: (string | undefined)[] = [];
  const { paint } = setup(async (_slice, event) => {
    const remote = event.boot.override?.remote;
    rendered.push(remote);
    await new Promise((resolve) => setTimeout(resolve, 60));
    return { ...answer, data: { '/api/x': { status: 200, body: remote ?? 'released' } } };
  });
  const input = inputOf('/work/wrk_1');
  const override = { remote: 'mfe-library', origin: 'https://dev.example', until: '2026-01-01T00:00:00.000Z' };
  expect(await paint({ ...input, boot: { ...boot, override } })).toMatchObject({ kind: 'skeleton', reason: 'late' });
  await new Promise((resolve) => setTimeout(resolve, 80));
  await paint(input);
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(await paint(input)).toMatchObject({ kind: 'rendered', data: { '/api/x': { body: 'released' } } });
  expect(rendered).toEqual(['mfe-library', undefined]);
});

test.each([
  ['/checkout', 'signed-in'],
  ['/cart', 'no-server-entry'],
])('%s is a skeleton: %s', async (path, reason) => {
  const { paint } = setup(() => Promise.resolve(answer));
  expect(await paint(inputOf(path))).toMatchObject({ kind: 'skeleton', reason });
});

test('a slice without a render function is a skeleton', async () => {
  expect(await setup(() => undefined).paint(inputOf('/'))).toMatchObject({ kind: 'skeleton', reason: 'no-function' });
});

test('an error is reported, and what data there is still comes', async () => {
  const broken = RenderAnswer.parse({ error: 'boom', data: { '/api/x': { status: 200, body: 1 } } });
  const { paint, failures } = setup(() => Promise.resolve(broken));
  expect(await paint(inputOf('/'))).toEqual({ kind: 'skeleton', reason: 'failed', data: broken.data });
  expect(failures).toMatchObject([{ slice: 'catalog', url: '/de/', error: 'boom' }]);
});

test('a function that cannot be reached is reported', async () => {
  const { paint, failures } = setup(() => Promise.reject(new Error('down')));
  expect(await paint(inputOf('/'))).toMatchObject({ kind: 'skeleton', reason: 'failed' });
  expect(failures).toHaveLength(1);
});

test('a late answer does not hold the document, and serves the next one without another call', async () => {
  const late = Promise.withResolvers<RenderAnswer>();
  let calls = 0;
  const { paint } = setup(() => ((calls += 1), late.promise));
  expect(await paint(inputOf('/'))).toMatchObject({ kind: 'skeleton', reason: 'late' });
  late.resolve(answer);
  expect(await paint(inputOf('/'))).toMatchObject({ kind: 'rendered' });
  expect(calls).toBe(1);
  await paint(inputOf('/'));
  expect(calls).toBe(2);
});

test('a late answer of one page is not another page’s', async () => {
  let calls = 0;
  const { paint } = setup(() => ((calls += 1), new Promise(() => {})));
  await paint(inputOf('/'));
  await paint(inputOf('/search'));
  expect(calls).toBe(2);
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('refuses a redirect to %s', (location) => {
  expect(RenderAnswer.safeParse({ result: { status: 301, location } }).success).toBe(false);
});

test('live sets of tests are whole records', () => {
  for (const release of live.remotes.values()) expect(ReleaseRecord.safeParse(release).success).toBe(true);
});

test('does not run what a tenant’s own team wrote beside the slice’s data', async () => {
  const owners: unknown[] = [];
  const { paint } = setup(
    () => {
      throw new Error('it ran');
    },
    { renderForTeam: (owner) => (owners.push(owner), () => Promise.resolve(answer)) },
  );
  const input = inputOf('/work/wrk_1');
  const release = { ...input.page.release, author: 'team' as const };
  expect(await paint({ ...input, page: { ...input.page, release } })).toMatchObject({
    kind: 'rendered',
    page: { html: '<h1>A</h1>' },
  });
  expect(owners).toEqual([{ tenantId: 'aria', remote: 'mfe-catalog' }]);
});
