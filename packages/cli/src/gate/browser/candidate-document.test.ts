import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildOf } from '../testing/build.ts';
import { candidateDocument } from './candidate-document.ts';

const cdn = 'https://cdn.shop.example';
const boot = {
  tenant: { locales: ['en', 'de'] },
  releaseSet: { remotes: { 'mfe-cart': { name: 'mfe-cart' }, 'mfe-hello': { name: 'mfe-hello', version: '0.9.0' } } },
  page: { url: '/hello', status: 404, rendered: true, data: { x: 1 } },
};
const live = {
  imports: {},
  integrity: { [`${cdn}/mfe-hello/0.9.0/a.js`]: 'sha384-old', [`${cdn}/mfe-cart/1.0.0/b.js`]: 'sha384-b' },
};
const page = {
  html: `<!doctype html><head><script type="importmap">${JSON.stringify(live)}</script></head><body><main id="main"><section id="tessera-shell-status"><h1>Not found</h1></section><div id="tessera-mfe-hello"><div><p>old</p></div></div><div id="tessera-mfe-cart" hidden></div></main><script type="application/json" id="tessera-boot">${JSON.stringify(boot)}</script></body>`,
  policy: "default-src 'none'; script-src 'self' https://cdn.shop.example 'sha256-old'; style-src 'self'",
};
const candidate = candidateDocument(page, '/de/hello?x=1', { build: buildOf(), cdn });
const mapText = /<script type="importmap">(.*?)<\/script>/s.exec(candidate.html)?.[1] ?? '';
const bootText = /id="tessera-boot">(.*?)<\/script>/s.exec(candidate.html)?.[1] ?? '';

test('the import map guards the build’s scripts in place of the live release’s, and all others as before', () => {
  const { integrity } = JSON.parse(mapText) as { integrity: Record<string, string> };
  expect(Object.keys(integrity)).toEqual([
    `${cdn}/mfe-cart/1.0.0/b.js`,
    `${cdn}/mfe-hello/1.0.0/remoteEntry.js`,
    `${cdn}/mfe-hello/1.0.0/page.js`,
  ]);
});

test('the boot document names the build, and the page as its own', () => {
  const { releaseSet, page: shown } = JSON.parse(bootText) as typeof boot;
  expect(releaseSet.remotes['mfe-hello']).toMatchObject({
    version: '1.0.0',
    entry: `${cdn}/mfe-hello/1.0.0/remoteEntry.js`,
  });
  expect(shown).toEqual({
    url: '/de/hello?x=1',
    status: 200,
    remote: 'mfe-hello',
    routeId: 'hello',
    rendered: false,
    data: {},
  });
});

test('what was drawn of the live release is gone, and the words for a missing page', () => {
  expect(candidate.html).not.toMatch(/old<|Not found/);
  expect(candidate.html).toContain('<div id="tessera-mfe-hello"></div><div id="tessera-mfe-cart" hidden></div>');
});

test('the policy is the shop’s, and allows the new import map by its hash alone', () => {
  const hash = createHash('sha256').update(mapText).digest('base64');
  expect(candidate.policy).toBe(page.policy.replace("'sha256-old'", `'sha256-old' 'sha256-${hash}'`));
});
