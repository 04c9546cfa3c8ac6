import { defineManifest } from '@tessera/contracts/remote-manifest.ts';
import { ReleaseId } from '@tessera/contracts/ids.ts';
import { testBoot } from '@tessera/remote-kit/testing/test-boot.ts';
import { describe, expect, it } from 'vitest';
import { createApiFailures } from './api-failures.ts';
import { createBlame } from './blame.ts';
import { createTelemetry } from './telemetry.ts';

const name = 'mfe-catalog';
const manifest = defineManifest({
  ...{ name, slot: 'main', slice: 'catalog', shellContract: '^1.0.0', locales: ['en'], routes: [] },
});
const boot = testBoot({ manifest, locale: 'en' });
const remote = boot.releaseSet.remotes[name];
if (!remote) throw new Error('no remote');
const earlier = ReleaseId.parse('rel_earlier');
remote.fallback = { ...remote, version: '0.0.0-before', releaseId: earlier };
const own = boot.shell.releaseId;

describe('who is to blame', () => {
  const blame = createBlame({ ...boot, shell: { ...boot.shell, version: '7.0.0' } });
  it.each([
    [
      'the remote',
      'Error: x\n at a (https://cdn.shop/mfe-catalog/0.0.0/assets/a.js:1:2)',
      { remote: name, release: own },
    ],
    ['its fallback', 'at https://shop/files/mfe-catalog/0.0.0-before/a.js:1:1', { remote: name, release: earlier }],
    [
      'the remote that the shell’s React called',
      'at r (https://cdn.shop/shell/7.0.0/react.js:1)\n at Page (https://cdn.shop/mfe-catalog/0.0.0/p.js:9)',
      { remote: name, release: own },
    ],
    ['the shell', 'at https://cdn.shop/shell/7.0.0/main.js:1:1', { remote: 'shell', release: own }],
    ['nobody: an extension', 'at chrome-extension://abc/inject.js:1:1', undefined],
    ['nobody: another version', 'at https://cdn.shop/mfe-catalog/0.0.1/a.js:1:1', undefined],
    ['nobody: nothing is said', '', undefined],
  ])('%s', (_, trace, expected) => {
    expect(blame(trace)).toEqual(expected);
  });
});

describe('a failing answer', () => {
  const setUp = (online = true) => {
    const bodies: string[] = [];
    const times = { delayMs: 1e6, urgentDelayMs: 1e6, patienceMs: 1e6 };
    const telemetry = createTelemetry({ releaseSetId: 'set_1', send: (body) => void bodies.push(body), ...times });
    const failed = createApiFailures(boot, { telemetry: () => telemetry, isOnline: () => online });
    const mount = () =>
      telemetry.report({
        type: 'remote-mounted',
        remote: name,
        durationMs: 1,
        hydrated: true,
        at: '2026-01-01T00:00:00.000Z',
      });
    const told = () => {
      telemetry.flush();
      return bodies.flatMap((body) => (JSON.parse(body) as { events: { type: string }[] }).events);
    };
    return { failed, mount, told };
  };

  it('is told of the remote whose slice it is', () => {
    const { failed, mount, told } = setUp();
    mount();
    failed('/api/public/catalog/home', 502);
    failed('/api/cart', 502);
    expect(told()).toMatchObject([{}, { type: 'api-failed', remote: name, status: 502 }]);
  });
  it('is not told of a remote that is not on the page', () => {
    const { failed, told } = setUp();
    failed('/api/public/catalog/suggest', 502);
    expect(told()).toEqual([]);
  });
  it('is nobody’s fault where there is no network', () => {
    const { failed, mount, told } = setUp(false);
    mount();
    failed('/api/public/catalog/home', 0);
    expect(told()).toHaveLength(1);
  });
});
