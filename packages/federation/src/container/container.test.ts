import { createInstance } from '@module-federation/runtime';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFederation } from '../loader/federation.ts';
import { createContainer } from './create-container.ts';
import { provide, type ShareScope } from './share-scope.ts';
import { shares } from './shares.ts';

const react = { version: '19.3.1', useState: () => undefined };
const page = provide({ react }, '19.3.1', 'shell');
const exposed = { default: { mount: () => undefined } };
const remote = { name: 'mfe-x', entry: 'https://cdn.test/mfe-x/remoteEntry.js' };

const containerOf = (range = '^19.3.0', load: () => Promise<unknown> = () => Promise.resolve(exposed)) =>
  createContainer({ name: 'mfe-x', required: { react: range }, exposes: { './remote': load } });

beforeEach(() => {
  delete shares['react'];
});

describe('a container', () => {
  it('takes what it shares from the page, and then gives what it exposes', async () => {
    const container = containerOf();
    await container.init(page);
    expect(shares['react']).toBe(react);
    expect((await container.get('./remote'))()).toBe(exposed);
  });

  it('waits for a provider that loads its module first', async () => {
    const get = () => Promise.resolve(() => react);
    await containerOf().init({ react: { '19.4.0': { get, from: 'other' } } });
    expect(shares['react']).toBe(react);
  });

  it.each<[string, ShareScope]>([
    ['another major version', provide({ react }, '20.0.0', 'shell')],
    ['an older one', provide({ react }, '19.2.9', 'shell')],
    ['none', {}],
  ])('refuses a page that offers %s', async (_, scope) => {
    await expect(containerOf().init(scope)).rejects.toThrow(/mfe-x needs react \^19\.3\.0; the page offers/);
  });

  it('says what it does not expose, and that it was not started', async () => {
    const container = containerOf();
    await expect(container.get('./remote')).rejects.toThrow('init() comes before get()');
    await container.init(page);
    await expect(container.get('./other')).rejects.toThrow('does not expose ./other');
  });
});

describe('the host', () => {
  it('starts a container once', async () => {
    const container = containerOf();
    const init = vi.spyOn(container, 'init');
    const federation = createFederation(page, () => Promise.resolve(container));
    expect(await federation.load(remote)).toBe(exposed);
    expect(await federation.load(remote)).toBe(exposed);
    expect(init).toHaveBeenCalledTimes(1);
  });

  it('gives no container what another one wrote into its scope', async () => {
    const fake = { version: '19.3.1', useState: () => 'not React' };
    const poisoning = {
      init(scope: ShareScope) {
        for (const provider of Object.values(scope['react'] ?? {})) provider.get = () => () => fake;
        scope['react'] = { '19.9.9': { get: () => () => fake, from: 'mfe-bad', loaded: true }, ...scope['react'] };
        delete scope['react/jsx-runtime'];
      },
      get: () => Promise.resolve(() => exposed),
    };
    const run = vi.fn().mockResolvedValueOnce(poisoning).mockResolvedValueOnce(containerOf());
    const federation = createFederation(page, run);
    await federation.load({ name: 'mfe-bad', entry: 'https://cdn.test/mfe-bad/remoteEntry.js' });
    await federation.load(remote);
    expect(shares['react']).toBe(react);
  });

  it('runs an entry anew after it failed', async () => {
    const run = vi.fn().mockRejectedValueOnce(new TypeError('refused')).mockResolvedValue(containerOf());
    const federation = createFederation(page, run);
    await expect(federation.load(remote)).rejects.toThrow('refused');
    expect(await federation.load(remote)).toBe(exposed);
  });

  it('refuses a script that is no container', async () => {
    await expect(createFederation(page, () => Promise.resolve({})).load(remote)).rejects.toThrow('is no container');
  });
});

describe('beside the stock runtime of Module Federation', () => {
  const shareConfig = { singleton: true, requiredVersion: '^19.3.1' };

  it('a container starts from a stock host’s share scope', async () => {
    const host = createInstance({
      name: 'stock-host',
      remotes: [],
      shared: { react: { version: '19.3.1', lib: () => react, shareConfig } },
    });
    await containerOf().init(host.shareScopeMap['default'] as ShareScope);
    expect(shares['react']).toBe(react);
  });

  it('a stock remote finds its React in our share scope', async () => {
    const remoteSide = createInstance({
      name: 'stock-remote',
      remotes: [],
      shared: { react: { version: '19.3.1', import: false, get: unused, shareConfig } as never },
      shareStrategy: 'loaded-first',
    });
    remoteSide.initShareScopeMap('default', page as never);
    const factory = await remoteSide.loadShare('react');
    expect(factory === false ? undefined : factory?.()).toBe(react);
  });
});

const unused = () => Promise.reject(new Error('a remote brings no copy'));
