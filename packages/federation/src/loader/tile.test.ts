import type { BootRemote } from '@tessera/contracts/boot.ts';
import { ReleaseId } from '@tessera/contracts/ids.ts';
import type { RemoteMountProps } from '@tessera/contracts/shell-services.ts';
import { describe, expect, it, vi } from 'vitest';
import { createBreakers } from '../breaker/breakers.ts';
import type { LoadOutcome } from './create-loader.ts';
import { createTile, type TileOptions } from './tile.ts';

const remote: BootRemote = {
  name: 'mfe-x',
  version: '1.0.0',
  releaseId: ReleaseId.parse('rel_mfe-x'),
  slot: 'main',
  slice: 'catalog',
  entry: 'https://cdn.test/mfe-x/1.0.0/remoteEntry.js',
  css: [],
  routes: [],
};

const forbidden = (): Storage => {
  throw new DOMException('denied', 'SecurityError');
};

const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
const failed = (reason: 'network' | 'timeout'): LoadOutcome => ({
  ok: false,
  failure: { reason, error: new Error(reason) },
});

function setUp(outcomes: LoadOutcome[], overrides: Partial<TileOptions> = {}) {
  const container = { hasChildNodes: () => false, replaceChildren: vi.fn() } as unknown as HTMLElement;
  const showFailure = vi.fn<TileOptions['showFailure']>();
  const report = vi.fn<TileOptions['report']>();
  const options: TileOptions = {
    remote,
    place: 'main',
    loader: {
      load: vi.fn(() =>
        Promise.resolve(
          outcomes.length > 1 ? (outcomes.shift() ?? failed('network')) : (outcomes[0] ?? failed('network')),
        ),
      ),
      diagnose: vi.fn(() => Promise.resolve('integrity' as const)),
    },
    breakers: createBreakers({ storage: forbidden, now: () => Date.now() }),
    services: {
      boot: { page: { rendered: false } },
      offline: { get: () => ({ online: true }) },
    } as unknown as RemoteMountProps['services'],
    openContainer: () => container,
    closeContainer: vi.fn(),
    showWaiting: vi.fn(),
    showFailure,
    reload: vi.fn(),
    report,
    mountTimeoutMs: 50,
    unmountTimeoutMs: 50,
    ...overrides,
  };
  return { options, showFailure, report, tile: createTile(options), retry: () => showFailure.mock.lastCall?.[2]() };
}

const lifecycles = (overrides = {}) => ({
  bootstrap: vi.fn(() => Promise.resolve()),
  mount: vi.fn((_props: RemoteMountProps) => Promise.resolve({ hydrated: false })),
  unmount: vi.fn(() => Promise.resolve()),
  ...overrides,
});
const loaded = (found: ReturnType<typeof lifecycles>): LoadOutcome => ({ ok: true, lifecycles: found });

it('mounts, and bootstraps only once', async () => {
  const found = lifecycles();
  const { tile } = setUp([loaded(found)]);
  await tile.mount();
  await settle();
  await tile.unmount();
  await tile.mount();
  await settle();
  expect(found.bootstrap).toHaveBeenCalledTimes(1);
  expect(found.mount).toHaveBeenCalledTimes(2);
});

it('shows a failure and recovers on retry', async () => {
  const found = lifecycles();
  const { tile, showFailure, report, retry } = setUp([failed('network'), loaded(found)]);
  await tile.mount();
  await settle();
  expect(showFailure.mock.lastCall?.[1]).toMatchObject({ reason: 'network' });
  retry();
  await settle();
  expect(found.mount).toHaveBeenCalledTimes(1);
  expect(report).toHaveBeenCalledWith(expect.objectContaining({ type: 'remote-recovered', attempt: 2 }));
});

it('loads the document anew where a module hangs in the browser’s module map', async () => {
  const { tile, options, retry } = setUp([failed('timeout')]);
  await tile.mount();
  await settle();
  retry();
  expect(options.reload).toHaveBeenCalledTimes(1);
});

it('tries again when the visitor goes to another page of it', async () => {
  const found = lifecycles();
  const { tile } = setUp([failed('network'), loaded(found)]);
  await tile.mount();
  await settle();
  tile.navigated();
  await settle();
  expect(found.mount).toHaveBeenCalledTimes(1);
  tile.navigated();
  await settle();
  expect(found.mount).toHaveBeenCalledTimes(1);
});

it.each([
  ['mount-timeout', () => new Promise<never>(() => undefined)],
  ['render', () => Promise.reject(new Error('thrown'))],
  ['integrity', () => Promise.reject(Object.assign(new Error('chunk'), { name: 'ChunkError' }))],
] as const)('shows %s where mount does not succeed', async (reason, mount) => {
  const { tile, showFailure } = setUp([loaded(lifecycles({ mount }))]);
  await tile.mount();
  await expect.poll(() => showFailure.mock.lastCall?.[1]).toMatchObject({ reason });
});

it.each([
  ['integrity', new TypeError('Failed to fetch dynamically imported module')],
  ['timeout', Object.assign(new Error('panel took longer'), { name: 'TimeoutError' })],
  ['render', new Error('nothing to draw')],
] as const)('tells that a mount failed of %s', async (reason, error) => {
  const { tile, showFailure } = setUp([loaded(lifecycles({ mount: () => Promise.reject(error) }))]);
  await tile.mount();
  await settle();
  expect(showFailure.mock.lastCall?.[1]).toMatchObject({ reason });
});

it('takes a remote that gives up out of its place', async () => {
  const found = lifecycles();
  const { tile, showFailure } = setUp([loaded(found)]);
  await tile.mount();
  await settle();
  found.mount.mock.lastCall?.[0].onFailure({ reason: 'render', error: new Error('thrown later') });
  await settle();
  expect(found.unmount).toHaveBeenCalledTimes(1);
  expect(showFailure.mock.lastCall?.[1]).toMatchObject({ reason: 'render' });
});

it('unmounts though the remote never does', async () => {
  const { tile, options, report } = setUp([loaded(lifecycles({ unmount: () => new Promise(() => undefined) }))]);
  await tile.mount();
  await settle();
  await tile.unmount();
  expect(options.closeContainer).toHaveBeenCalledTimes(1);
  expect(report).toHaveBeenCalledWith(expect.objectContaining({ reason: 'unmount-timeout' }));
});

it('does not mount what was left before it arrived', async () => {
  const found = lifecycles();
  const { tile } = setUp([loaded(found)]);
  await tile.mount();
  await tile.unmount();
  await settle();
  expect(found.mount).not.toHaveBeenCalled();
});

describe('with a release to fall back to', () => {
  const withFallback: BootRemote = {
    ...remote,
    fallback: {
      version: '0.9.0',
      releaseId: ReleaseId.parse('rel_before'),
      entry: 'https://cdn.test/mfe-x/0.9.0/remoteEntry.js',
      css: [],
    },
  };
  const asked = ({ options }: ReturnType<typeof setUp>) =>
    vi.mocked(options.loader.load).mock.calls.map(([{ releaseId }]) => releaseId);

  it('runs that where the pinned one does not load, and says so', async () => {
    const found = lifecycles();
    const subject = setUp([failed('network'), loaded(found)], { remote: withFallback });
    await subject.tile.mount();
    await settle();
    expect(asked(subject)).toEqual(['rel_mfe-x', 'rel_before']);
    expect(found.mount).toHaveBeenCalledTimes(1);
    expect(subject.showFailure).not.toHaveBeenCalled();
    expect(subject.report.mock.calls.map(([event]) => event)).toMatchObject([
      { type: 'remote-failed', reason: 'network', release: 'rel_mfe-x', then: 'fallback' },
      { type: 'remote-mounted', release: 'rel_before', ran: 'fallback', because: 'network' },
    ]);
  });

  it('asks for nothing of it while the pinned one is well', async () => {
    const subject = setUp([loaded(lifecycles())], { remote: withFallback });
    await subject.tile.mount();
    await settle();
    expect(asked(subject)).toEqual(['rel_mfe-x']);
    expect(subject.report).toHaveBeenCalledWith(expect.objectContaining({ release: 'rel_mfe-x', ran: 'pinned' }));
  });

  it.each([
    ['throws', () => Promise.reject(new Error('thrown')), 'render'],
    ['never settles', () => new Promise<never>(() => undefined), 'mount-timeout'],
  ] as const)('runs that where the pinned one’s mount %s', async (_what, mount, because) => {
    const [broken, good] = [lifecycles({ mount }), lifecycles()];
    const subject = setUp([loaded(broken), loaded(good)], { remote: withFallback });
    await subject.tile.mount();
    await expect.poll(() => good.mount.mock.calls.length).toBe(1);
    expect(broken.unmount).toHaveBeenCalledTimes(1);
    await settle();
    expect(subject.report).toHaveBeenCalledWith(expect.objectContaining({ ran: 'fallback', because }));
  });

  it('takes its place where the pinned one gives up later, and hears no more of that one', async () => {
    const [broken, good] = [lifecycles(), lifecycles()];
    const subject = setUp([loaded(broken), loaded(good)], { remote: withFallback });
    await subject.tile.mount();
    await settle();
    const giveUp = broken.mount.mock.lastCall?.[0].onFailure;
    giveUp?.({ reason: 'render', error: new Error('thrown later') });
    await settle();
    giveUp?.({ reason: 'render', error: new Error('thrown again') });
    await settle();
    expect(good.mount).toHaveBeenCalledTimes(1);
    expect(good.unmount).not.toHaveBeenCalled();
  });

  it('stays with it in this document', async () => {
    const subject = setUp([failed('network'), loaded(lifecycles())], { remote: withFallback });
    await subject.tile.mount();
    await settle();
    await subject.tile.unmount();
    await subject.tile.mount();
    await settle();
    expect(asked(subject)).toEqual(['rel_mfe-x', 'rel_before', 'rel_before']);
  });

  it('goes to it at once where the pinned one failed on the pages before', async () => {
    const breakers = createBreakers({ storage: forbidden, now: () => Date.now() });
    breakers.failed('rel_mfe-x', 'timeout');
    const subject = setUp([loaded(lifecycles())], { remote: withFallback, breakers });
    await subject.tile.mount();
    await settle();
    expect(asked(subject)).toEqual(['rel_before']);
    expect(subject.report.mock.calls.map(([event]) => event)).toMatchObject([
      { type: 'remote-mounted', ran: 'fallback', because: 'timeout' },
    ]);
  });

  it('shows the last good page where neither runs, and the card where there is none', async () => {
    const told: unknown[] = [];
    const leave = vi.fn(() => void told.push(kept.report.mock.lastCall?.[0]));
    const findLastGood = () => Promise.resolve(leave);
    const kept = setUp([failed('network')], { remote: withFallback, findLastGood });
    await kept.tile.mount();
    await settle();
    expect(kept.showFailure).not.toHaveBeenCalled();
    expect(told).toMatchObject([{ release: 'rel_before', then: 'last-good' }]);

    const none = setUp([failed('network')], { remote: withFallback, findLastGood: () => Promise.resolve(undefined) });
    await none.tile.mount();
    await settle();
    expect(none.showFailure).toHaveBeenCalledTimes(1);
    expect(none.report.mock.lastCall?.[0]).toMatchObject({ then: 'card' });
  });

  it('tries both again when the visitor asks, whatever the breakers say', async () => {
    const subject = setUp([failed('network')], { remote: withFallback });
    await subject.tile.mount();
    await settle();
    for (let presses = 0; presses < 3; presses += 1) {
      subject.retry();
      await settle();
    }
    expect(asked(subject)).toHaveLength(8);
  });

  it('counts no failure against a release while there is no network', async () => {
    const subject = setUp([failed('network')], {
      remote: withFallback,
      services: {
        boot: { page: { rendered: false } },
        offline: { get: () => ({ online: false }) },
      } as unknown as RemoteMountProps['services'],
    });
    for (let visits = 0; visits < 3; visits += 1) {
      await subject.tile.mount();
      await settle();
      await subject.tile.unmount();
    }
    expect(asked(subject)).toHaveLength(6);
  });
});
