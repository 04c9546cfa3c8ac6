import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { buildOf, file } from '../testing/build.ts';
import { accountFindings } from './account.ts';
import { assetFindings, type Served } from './assets.ts';
import { sharedFindings } from './shared.ts';
import { shellContractFindings } from './shell-contract.ts';
import { sizeFindings, sizesOf } from './size.ts';

const codesOf = (findings: readonly { code: string; severity: string }[]) =>
  findings.map(({ code, severity }) => `${severity} ${code}`);

describe('every finding that refuses says what, where and how to mend it', () => {
  const shell = { version: '2.0.0', contract: '2.0.0', shared: { react: '20.0.0' } };
  const small = { version: '1.0.0', entry: 1, routes: { '/hello': 1 } };
  const large = { version: '1.1.0', entry: 9_000, routes: { '/hello': 9_000 } };
  test.each([
    ['account', accountFindings(buildOf({ version: 'one' }), [])],
    ['routes', accountFindings(buildOf(), [{ name: 'mfe-other', routes: [{ path: '/hello' }] }])],
    ['shell contract', shellContractFindings(buildOf(), [shell])],
    ['shared', sharedFindings(buildOf(), [shell])],
    ['size', sizeFindings(large, small, { percent: 10, bytes: 5_000 })],
  ])('%s', (_name, findings) => {
    expect(findings.length).toBeGreaterThan(0);
    for (const { what, where, fix } of findings)
      for (const words of [what, where, fix]) expect(words).toMatch(/\w{3,}/);
  });
});

describe('the build’s own account', () => {
  test('a sound one has no finding', () => expect(accountFindings(buildOf(), [])).toEqual([]));
  test('a version that is none', () =>
    expect(accountFindings(buildOf({ version: '1' }), [])[0]).toMatchObject({
      code: 'build-malformed',
      where: 'tessera.json, version',
    }));
  test('a page that another remote answers', () =>
    expect(accountFindings(buildOf(), [{ name: 'mfe-other', routes: [{ path: '/Hello' }] }])[0]).toMatchObject({
      code: 'routes-taken',
      what: expect.stringContaining('mfe-other') as string,
    }));
  test('its own page is no conflict with the release before', () =>
    expect(accountFindings(buildOf(), [{ name: 'mfe-hello', routes: [{ path: '/hello' }] }])).toEqual([]));
});

describe('the shell’s contract', () => {
  const asks = (shellContract: string) => buildOf({ manifest: { ...buildOf().manifest, shellContract } });
  const shells = (...contracts: string[]) => contracts.map((contract) => ({ version: contract, contract }));
  test.each([
    ['^1.0.0', ['1.1.0'], 0],
    ['^1.1.0', ['1.1.0'], 0],
    ['^1.2.0', ['1.1.0'], 1],
    ['^2.0.0', ['1.1.0'], 1],
    ['1.0.0', ['1.1.0'], 1],
    // Each live shell counts: visitors of a canary too.
    ['^1.2.0', ['1.2.0', '1.1.9', '1.3.0'], 1],
    ['^1.0.0', ['1.2.0', '2.0.0'], 1],
  ])('%s on %j', (range, contracts, count) =>
    expect(codesOf(shellContractFindings(asks(range), shells(...contracts)))).toEqual(
      Array.from({ length: count }, () => 'refusal shell-contract'),
    ),
  );
});

describe('shared modules', () => {
  const on = (shared: Record<string, string>) =>
    codesOf(sharedFindings(buildOf(), [{ version: '1', contract: '1.0.0', shared }]));
  test.each([
    ['the same', { react: '19.3.1' }, []],
    ['a later one', { react: '19.4.0' }, []],
    ['an earlier one', { react: '19.3.0' }, ['refusal shared-range']],
    ['another major', { react: '20.0.0' }, ['refusal shared-range']],
    ['none', { 'react-dom': '19.3.1' }, ['refusal shared-range']],
  ])('%s', (_name, shared, expected) => expect(on(shared)).toEqual(expected));
  test('what is not known is said', () =>
    expect(codesOf(sharedFindings(buildOf(), [{ version: '1', contract: '1.0.0' }]))).toEqual(['note shared-unknown']));
});

describe('the byte budget', () => {
  const budget = { percent: 10, bytes: 5_000 };
  const sizes = (entry: number, page: number) => ({ version: '1.0.0', entry, routes: { '/hello': page } });
  test.each([
    ['up to the bytes', sizes(15_000, 100), sizes(10_000, 100), []],
    ['one byte over', sizes(15_001, 100), sizes(10_000, 100), ['refusal size']],
    ['up to the percentage', sizes(110_000, 100), sizes(100_000, 100), []],
    ['over it', sizes(110_001, 100), sizes(100_000, 100), ['refusal size']],
    ['a page', sizes(10_000, 6_001), sizes(10_000, 1_000), ['refusal size']],
    ['smaller', sizes(1, 1), sizes(10_000, 1_000), []],
  ])('%s', (_name, now, last, expected) => expect(codesOf(sizeFindings(now, last, budget))).toEqual(expected));
  test('a page that is new has nothing to be compared with', () =>
    expect(sizeFindings({ ...sizes(1, 1), routes: { '/new': 90_000 } }, sizes(1, 1), budget)).toEqual([]));
  test('the first release neither', () =>
    expect(codesOf(sizeFindings(sizes(1, 1), undefined, budget))).toEqual(['note size-first']));
  test('what a page and the entry share is weighed once', () => {
    const [route] = buildOf().manifest.routes;
    const manifest = {
      ...buildOf().manifest,
      routes: [{ ...route!, preload: ['page.js', 'remoteEntry.js', 'page.js'] }],
    };
    const weights: Record<string, number> = { 'remoteEntry.js': 100, 'page.js': 20, 'style.css': 3 };
    expect(sizesOf(buildOf({ manifest }), (path) => weights[path] ?? 0)).toEqual({
      ...{ version: '1.0.0', entry: 103 },
      routes: { '/hello': 20 },
    });
  });
});

describe('files as they are served', () => {
  const bytes = new TextEncoder().encode('export {};');
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  const sound: Served = { status: 200, contentType: 'text/javascript; charset=utf-8', bytes };
  const judge = async (served: Served | undefined) =>
    codesOf(
      await assetFindings(
        [file('a.js', { integrity })],
        ({ path }) => `https://cdn.example/${path}`,
        () => Promise.resolve(served),
      ),
    );
  test.each<[string, Served | undefined, string[]]>([
    ['sound', sound, []],
    ['gone', { ...sound, status: 404 }, ['refusal asset-missing']],
    ['no answer', undefined, ['refusal asset-missing']],
    ['another type', { ...sound, contentType: 'text/html' }, ['refusal asset-type']],
    ['no type', { ...sound, contentType: undefined }, ['refusal asset-type']],
    ['a changed byte', { ...sound, bytes: new TextEncoder().encode('export{};;') }, ['refusal asset-changed']],
  ])('%s', async (_name, served, expected) => expect(await judge(served)).toEqual(expected));
});
