import type { BootRemote } from '@tessera/contracts/boot.ts';
import { ReleaseId } from '@tessera/contracts/ids.ts';
import { expect, it, vi } from 'vitest';
import { createLoader, type LoaderOptions } from './create-loader.ts';
import { fakePage } from './testing/fake-page.ts';

const entry = 'https://cdn.test/mfe-x/1.0.0/remoteEntry.js';
const chunk = 'https://cdn.test/mfe-x/1.0.0/assets/page.js';
const hash = 'sha384-AAAA';

const remote: BootRemote = {
  name: 'mfe-x',
  version: '1.0.0',
  releaseId: ReleaseId.parse('rel_mfe-x'),
  slot: 'main',
  slice: 'catalog',
  shellContract: '^1.0.0',
  entry,
  css: [],
  routes: [],
};

const lifecycles = { bootstrap: vi.fn(), mount: vi.fn(), unmount: vi.fn() };

function loader(overrides: Partial<LoaderOptions> = {}) {
  const federation = { load: vi.fn(() => Promise.resolve({ default: lifecycles })) };
  const options = {
    federation,
    page: fakePage({ integrity: { [entry]: hash, [chunk]: hash } }),
    fetch: vi.fn(() => Promise.resolve(new Response(''))),
    contract: '1.2.0',
    timeoutMs: 40,
    isOnline: () => true,
    random: () => 0,
    ...overrides,
  };
  return { federation, loader: createLoader(options) };
}

const failing = (error: Error) => ({ load: () => Promise.reject(error) });

it('hands a remote’s lifecycles out', async () => {
  const { federation, loader: subject } = loader();
  expect(await subject.load(remote)).toEqual({ ok: true, lifecycles });
  expect(federation.load).toHaveBeenCalledWith(remote);
});

it('never runs a script that the document promised no hash for', async () => {
  const { federation, loader: subject } = loader({ page: fakePage({ integrity: { [chunk]: hash } }) });
  expect(await subject.load(remote)).toMatchObject({ ok: false, failure: { reason: 'integrity' } });
  expect(federation.load).not.toHaveBeenCalled();
});

it.each(['^2.0.0', '^1.3.0', '1.0.0'])('refuses a remote that asks for shell contract %s', async (shellContract) => {
  const { loader: subject } = loader();
  const outcome = await subject.load({ ...remote, shellContract });
  expect(outcome).toMatchObject({ ok: false, failure: { reason: 'contract' } });
});

it('refuses a module without lifecycles', async () => {
  const { loader: subject } = loader({ federation: { load: () => Promise.resolve({}) } });
  expect(await subject.load(remote)).toMatchObject({ ok: false, failure: { reason: 'contract' } });
});

it('gives up on one that hangs', async () => {
  const { loader: subject } = loader({ federation: { load: () => new Promise(() => undefined) } });
  expect(await subject.load(remote)).toMatchObject({ ok: false, failure: { reason: 'timeout' } });
});

it('loads again after a failure', async () => {
  const load = vi.fn().mockRejectedValueOnce(new TypeError('failed')).mockResolvedValue({ default: lifecycles });
  const { loader: subject } = loader({ federation: { load } });
  expect(await subject.load(remote)).toMatchObject({ ok: false });
  expect(await subject.load(remote)).toMatchObject({ ok: true });
});

it('tries three times what did not arrive', async () => {
  const load = vi.fn().mockRejectedValue(new TypeError('failed'));
  const { loader: subject } = loader({ federation: { load }, fetch: refused });
  expect(await subject.load(remote)).toMatchObject({ ok: false, failure: { reason: 'network' } });
  expect(load).toHaveBeenCalledTimes(3);
});

it('gets what arrives at a later try', async () => {
  const load = vi.fn().mockRejectedValueOnce(new TypeError('failed')).mockResolvedValue({ default: lifecycles });
  const { loader: subject } = loader({ federation: { load }, fetch: refused });
  expect(await subject.load(remote)).toMatchObject({ ok: true });
});

it.each([
  ['what is stuck in the browser’s module map', { fetch: () => Promise.resolve(new Response('')) }],
  ['anything without a network', { fetch: () => Promise.reject(new TypeError('failed')), isOnline: () => false }],
])('does not try %s again by itself', async (_what, options) => {
  const load = vi.fn().mockRejectedValue(new TypeError('failed'));
  const { loader: subject } = loader({ federation: { load }, ...options });
  expect(await subject.load(remote)).toMatchObject({ ok: false });
  expect(load).toHaveBeenCalledTimes(1);
});

const ok = () => Promise.resolve(new Response(''));
const refused = () => Promise.reject(new TypeError('Failed to fetch'));

it.each([
  ['network', refused],
  [
    'network',
    (_url: unknown, init?: RequestInit) =>
      init?.integrity ? refused() : Promise.resolve(new Response('', { status: 503 })),
  ],
  ['integrity', (_url: unknown, init?: RequestInit) => (init?.integrity ? refused() : ok())],
  ['evaluation', ok],
  [
    'timeout',
    (_url: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  ],
] as const)('tells that it was %s', async (reason, fetch) => {
  const { loader: subject } = loader({ federation: failing(new TypeError('import failed')), fetch });
  expect(await subject.load(remote)).toMatchObject({ ok: false, failure: { reason } });
});
