import { expect, it } from 'vitest';
import { toLiveDocument } from './live-document.ts';

const live = { remote: 'mfe-x', entry: 'http://shop.test:1/@tessera/mfe-x.js', shell: '/shell/src/main.tsx' };

const boot = {
  releaseSet: {
    remotes: { 'mfe-x': { name: 'mfe-x', entry: 'https://cdn/x.js', css: ['a'] }, 'mfe-y': { entry: 'y' } },
  },
  page: { remote: 'mfe-x', rendered: true, url: '/</script>' },
};
const page = [
  '<html><head><script type="importmap">{"imports":{},"integrity":{"https://cdn/x.js":"sha384-1"}}</script>',
  '</head><body><p>Hello</p>',
  `<script type="application/json" id="tessera-boot">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>`,
  '<template id="tessera-scripts"><link rel="modulepreload" href="https://cdn/x.js" integrity="sha384-1">',
  '<script type="module" src="https://cdn/shell.js" integrity="sha384-2" crossorigin></script></template>',
  '<script>(()=>{})()</script></body></html>',
].join('\n');

const bootIn = (html: string): unknown =>
  JSON.parse(/id="tessera-boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as unknown;

it('loads one remote from its source, and leaves the others as they were released', () => {
  const made = bootIn(toLiveDocument(page, live));
  expect(made).toMatchObject({
    releaseSet: { remotes: { 'mfe-x': { name: 'mfe-x', entry: live.entry, css: [] }, 'mfe-y': { entry: 'y' } } },
    page: { rendered: false, url: '/</script>' },
  });
});

it('names the source in the map, runs the shell’s source after refresh is there, and preloads nothing', () => {
  const html = toLiveDocument(page, live);
  expect(html).toContain(`"${live.entry}":""`);
  expect(html).toContain('"https://cdn/x.js":"sha384-1"');
  expect(html.indexOf('injectIntoGlobalHook')).toBeLessThan(html.indexOf('/shell/src/main.tsx'));
  expect(html).not.toContain('https://cdn/shell.js');
  expect(html).not.toContain('modulepreload');
});

it('leaves pages alone that are not of a shop', () => {
  expect(toLiveDocument('<p>Mail</p>', live)).toBe('<p>Mail</p>');
});

it('hydrates what another remote drew', () => {
  const html = toLiveDocument(page.replace('"remote":"mfe-x"', '"remote":"mfe-y"'), live);
  expect(bootIn(html)).toMatchObject({ page: { remote: 'mfe-y', rendered: true } });
});
