import { headers } from '@tessera/contracts/http.ts';
import { ReleaseSet } from '@tessera/contracts/release.ts';
import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sumOf } from '../../composition/rollout/health/numbers.ts';
import { createReleaseHealth } from '../../table/release-health.ts';
import { createReleaseSetEntity } from '../../table/release-set.ts';
import { aria, folio, startWorld, type World } from '../testing/world.ts';
import { issuePageView, pageViewTtlSeconds, readPageView } from './page-view-token.ts';
import { toObservations } from './to-observations.ts';

const at = '2026-11-01T10:00:00.000Z';
const catalog = 'mfe-catalog';
const mounted: TelemetryEvent = { type: 'remote-mounted', remote: catalog, durationMs: 120, hydrated: true, at };
const failed: TelemetryEvent = {
  ...{ type: 'remote-failed', remote: catalog, reason: 'render', message: 'no', attempt: 1, at },
};

describe('token', () => {
  const keys = [Buffer.alloc(32, 1)];
  const wanted = { tenantId: 'aria', setId: 'set_1', nowSeconds: 1_000 };
  const token = issuePageView(wanted, keys);

  test('tells the page view it was given for', () => {
    expect(readPageView(token, { tenantId: 'aria', nowSeconds: 1_001 }, keys)).toMatchObject({ setId: 'set_1' });
    expect(issuePageView(wanted, keys)).not.toBe(token);
  });
  test('outlives a change of keys', () => {
    const later = [Buffer.alloc(32, 2), ...keys];
    expect(readPageView(token, { tenantId: 'aria', nowSeconds: 1_001 }, later)).toBeDefined();
  });
  test('is of one tenant, of one key, and for its time', () => {
    expect(readPageView(token, { tenantId: 'folio', nowSeconds: 1_001 }, keys)).toBeUndefined();
    expect(readPageView(token, { tenantId: 'aria', nowSeconds: 1_001 }, [Buffer.alloc(32, 3)])).toBeUndefined();
    const end = { tenantId: 'aria', nowSeconds: 1_000 + pageViewTtlSeconds };
    expect(readPageView(token, end, keys)).toBeUndefined();
  });
  test('is none with any letter changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: token.length - 1 }),
        fc.constantFrom(...'abcXYZ019_-.'),
        (index, letter) => {
          const changed = token.slice(0, index) + letter + token.slice(index + 1);
          if (changed === token) return;
          expect(readPageView(changed, { tenantId: 'aria', nowSeconds: 1_001 }, keys)).toBeUndefined();
        },
      ),
    );
  });
});

describe('observations', () => {
  const pins = { shell: 'rel_s', [catalog]: 'rel_new' };
  const growth = (events: TelemetryEvent[], sampled = true) =>
    toObservations(events, { pins, sampled }).map(({ remote, growth: grown }) => `${remote} ${grown.join('+')}`);

  test.each<[string, TelemetryEvent, string[]]>([
    ['a mount', mounted, ['shell views', `${catalog} views`, `${catalog} mount:17`]],
    [
      'a failure in the code',
      failed,
      ['shell views', `${catalog} views`, `${catalog} failures+mountFailures+reason:render`],
    ],
    [
      'a failure on the way',
      { ...failed, reason: 'integrity' },
      ['shell views', `${catalog} views`, `${catalog} failures+loadFailures+reason:integrity`],
    ],
    ['a failure of the fallback', { ...failed, release: 'rel_old' }, ['shell views', `${catalog} views`]],
    [
      'a fallback that runs instead',
      { ...mounted, ran: 'fallback', because: 'render', release: 'rel_old' },
      ['shell views', `${catalog} views`, `${catalog} failures+mountFailures+reason:render`],
    ],
    [
      'an error',
      { type: 'error', remote: catalog, message: 'x', at },
      ['shell views', `${catalog} views`, `${catalog} errors`],
    ],
    ['an error of nobody', { type: 'error', message: 'x', at }, ['shell views']],
    [
      'a failing slice',
      { type: 'api-failed', remote: catalog, status: 502, at },
      ['shell views', `${catalog} views`, `${catalog} apiErrors`],
    ],
    [
      'a vital',
      { type: 'vital', name: 'LCP', value: 640, remote: catalog, at },
      ['shell views', `${catalog} views`, `${catalog} LCP:13`],
    ],
    [
      'a vital of what ran instead',
      { type: 'vital', name: 'LCP', value: 640, remote: catalog, release: 'rel_old', at },
      ['shell views'],
    ],
    ['a remote that the set does not have', { ...failed, remote: 'mfe-other' }, ['shell views']],
  ])('%s', (_, event, expected) => {
    expect(growth([event])).toEqual(expected);
  });
  test('vitals of a page view that is not sampled are left out; what fails is not', () => {
    expect(growth([{ type: 'vital', name: 'LCP', value: 640, remote: catalog, at }], false)).toEqual(['shell views']);
    expect(growth([failed], false)).toHaveLength(3);
  });
  test('each kind counts once, however often it is told', () => {
    expect(growth([failed, failed, mounted, mounted, { ...failed, reason: 'network' }])).toEqual(
      growth([failed, mounted]),
    );
  });
});

describe('a page view', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  let setId = '';
  let sets = 0;
  const pins = (): Record<string, string> => ({ shell: `rel_shell-${sets}`, [catalog]: `rel_catalog-${sets}` });
  beforeEach(async () => {
    sets += 1;
    setId = `set_${sets}00`;
    world.setOfVisitor.id = setId;
    const signature = { kid: 'k', value: 'a..b' };
    const set = {
      id: setId,
      tenantId: 'aria',
      channel: 'live',
      releases: pins(),
      createdAt: at,
      createdBy: 't',
      signature,
    };
    await createReleaseSetEntity(world.table).put(ReleaseSet.parse(set)).go();
  });

  const open = async (asked = setId, shop = aria) => {
    const seen = await world.newVisitor().visit(`${shop}/api/session`, { headers: { [headers.release]: asked } });
    const token = seen.headers[headers.pageView];
    return typeof token === 'string' ? token : undefined;
  };
  const send = async (body: object, shop = aria) => {
    const options = { method: 'POST', body: JSON.stringify({ releaseSet: setId, ...body }), headers: { origin: shop } };
    return (await world.newVisitor().visit(`${shop}/api/session/telemetry`, options)).status;
  };
  const counted = async (remote = catalog) => {
    const now = Date.now();
    const span = { from: new Date(now - 600_000), until: new Date(now + 4 * 3600_000) };
    const release = { remote, releaseId: pins()[remote] ?? '' };
    const { views, failures, mountFailures, reasons } = sumOf(
      await createReleaseHealth(world.table, 'aria').read(release, span),
    );
    return { views, failures, mountFailures, reasons };
  };
  const none = { views: 0, failures: 0, mountFailures: 0, reasons: {} };

  test('with its token counts for the releases of its set', async () => {
    expect(await send({ pageView: await open(), events: [failed, mounted] })).toBe(202);
    expect(await counted()).toEqual({ views: 1, failures: 1, mountFailures: 1, reasons: { render: 1 } });
    expect(await counted('shell')).toMatchObject({ views: 1, failures: 0 });
  });

  test('counts once, however often and however late its beacons come', async () => {
    const pageView = await open();
    await send({ pageView, events: [mounted] });
    await Promise.all(Array.from({ length: 8 }, () => send({ pageView, events: [mounted, failed] })));
    await send({ pageView, events: [failed] });
    expect(await counted()).toMatchObject({ views: 1, failures: 1 });
  });

  test('of a page with an override counts for nothing', async () => {
    expect(await send({ pageView: await open(), events: [failed, mounted], override: true })).toBe(202);
    const options = {
      ...{ method: 'POST', headers: { origin: aria, cookie: '__Host-override=a.b.c' } },
      body: JSON.stringify({ releaseSet: setId, pageView: await open(), events: [failed] }),
    };
    expect((await world.newVisitor().visit(`${aria}/api/session/telemetry`, options)).status).toBe(202);
    expect(await counted()).toEqual(none);
  });

  test('of many visitors adds up', async () => {
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        send({ pageView: await open(), events: [index < 4 ? failed : mounted] }),
      ),
    );
    expect(await counted()).toMatchObject({ views: 20, failures: 4 });
  });

  test('without a token, or with a forged one, counts nothing and is not told so', async () => {
    const genuine = (await open()) ?? '';
    const others = [
      undefined,
      'x',
      `${genuine.slice(0, -1)}${genuine.endsWith('A') ? 'Q' : 'A'}`,
      genuine.replace(setId, 'set_other'),
      issuePageView({ tenantId: 'aria', setId, nowSeconds: Date.now() / 1000 }, [Buffer.alloc(32, 9)]),
    ];
    for (const pageView of others)
      for (let times = 0; times < 5; times += 1) expect(await send({ pageView, events: [failed] })).toBe(202);
    expect(await counted()).toEqual(none);
  });

  test('with a token of another tenant, of another set or of the past counts nothing', async () => {
    await send({ pageView: await open(setId, folio), events: [failed] });
    await send({ pageView: await open(), releaseSet: 'set_000', events: [failed] });
    const pageView = await open();
    world.time.offsetMs = (pageViewTtlSeconds + 1) * 1000;
    await send({ pageView, events: [failed] });
    world.time.offsetMs = 0;
    expect(await counted()).toEqual(none);
  });

  test('of a document that the edge would not give this visitor now has no token', async () => {
    expect(await open('set_of-yesterday')).toBeUndefined();
    world.setOfVisitor.id = '';
    expect(await open('')).toBeUndefined();
  });
});
