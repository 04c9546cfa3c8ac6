import type { BootRemote } from '@tessera/contracts/boot.ts';
import { ReleaseId } from '@tessera/contracts/ids.ts';
import type { RemoteMountProps } from '@tessera/contracts/shell-services.ts';
import { expect, it, vi } from 'vitest';
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
    services: { boot: { page: { rendered: false } } } as unknown as RemoteMountProps['services'],
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
