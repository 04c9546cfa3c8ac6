import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { rewriteDocument } from './rewrite-document.ts';

const entry = 'https://cdn.test/mfe-x/1.0.0/remoteEntry.js';
const other = 'https://cdn.test/mfe-x/1.0.0/assets/a.js';
const hashOf = (algorithm: string, text: string) =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;
const [entryHash, otherHash] = [hashOf('sha384', 'entry'), hashOf('sha384', 'other')];
/** An earlier release may have an entry of the same bytes. */
const earlier = { 'https://cdn.test/mfe-x/0.9.0/remoteEntry.js': entryHash };
const map = JSON.stringify({ imports: {}, integrity: { [entry]: entryHash, [other]: otherHash, ...earlier } });
const boot = JSON.stringify({ releaseSet: { remotes: { 'mfe-x': { shellContract: '^1.0.0', note: '<b>' } } } });
const html = [
  `<script type="importmap">${map}</script>`,
  `<link rel="modulepreload" href="${entry}" integrity="${entryHash}">`,
  `<script type="application/json" id="tessera-boot">${boot.replaceAll('<', '\\u003c')}</script>`,
].join('');
const policy = `script-src 'self' '${hashOf('sha256', map)}' 'sha256-other='`;

it('promises what a script will be answered with, in the map, in preloads and in the policy', () => {
  const changed = rewriteDocument({ html, policy }, { scripts: { [entry]: 'changed' } });
  const after = /<script type="importmap">(.*?)<\/script>/.exec(changed.html)?.[1] ?? '';
  const promised = hashOf('sha384', 'changed');
  expect(JSON.parse(after)).toEqual({ imports: {}, integrity: { [entry]: promised, [other]: otherHash, ...earlier } });
  expect(changed.html).toContain(`href="${entry}" integrity="${promised}"`);
  expect(changed.policy).toBe(`script-src 'self' '${hashOf('sha256', after)}' 'sha256-other='`);
});

it('makes a release ask for another shell', () => {
  const changed = rewriteDocument({ html, policy }, { shellContract: { 'mfe-x': '^99.0.0', 'mfe-none': '^1.0.0' } });
  expect(changed.html).toContain('"shellContract":"^99.0.0"');
  expect(changed.html).not.toContain('<b>');
  expect(changed.policy).toBe(policy);
});

it('leaves a page alone that is no shop’s', () => {
  const page = { html: '<p>Hello', policy: "default-src 'none'" };
  expect(rewriteDocument(page, { scripts: { [entry]: 'x' }, shellContract: { 'mfe-x': '^2.0.0' } })).toEqual(page);
});
