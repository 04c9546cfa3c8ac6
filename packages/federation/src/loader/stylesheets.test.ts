import type { BootRemote } from '@tessera/contracts/boot.ts';
import { ReleaseId } from '@tessera/contracts/ids.ts';
import { expect, it, vi } from 'vitest';
import { linkStylesheets } from './stylesheets.ts';

const url = 'https://cdn.test/mfe-x/1.0.0/assets/style.css';
const remote: BootRemote = {
  ...{ name: 'mfe-x', version: '1.0.0', releaseId: ReleaseId.parse('rel_mfe-x'), slot: 'main', slice: 'catalog' },
  entry: 'https://cdn.test/mfe-x/1.0.0/remoteEntry.js',
  css: [{ url, integrity: 'sha384-AAAA' }],
  routes: [],
};

type FakeLink = { href: string; sheet: object | null; remove(): void; onload?(): void; onerror?(): void };

function pageWith(known: FakeLink[], answer: 'load' | 'error', inlined: string[] = []) {
  const added: FakeLink[] = [];
  const page = {
    baseURI: 'https://shop.test/',
    querySelectorAll: (selector: string) =>
      selector.startsWith('style') ? inlined.map((address) => ({ getAttribute: () => address })) : [...known, ...added],
    createElement: () => ({ href: '', sheet: null, remove: vi.fn() }),
    head: {
      append(link: FakeLink) {
        added.push(link);
        queueMicrotask(() => (answer === 'load' ? link.onload?.() : link.onerror?.()));
      },
    },
  };
  return { added, page: page as unknown as Document };
}

const linkOf = (sheet: object | null): FakeLink => ({ href: url, sheet, remove: vi.fn() });
const why = () => Promise.resolve('integrity' as const);

it('leaves a sheet alone that the document brought', async () => {
  const { page, added } = pageWith([linkOf({})], 'load');
  await linkStylesheets(remote, { page, timeoutMs: 50, linking: new Map(), why });
  expect(added).toEqual([]);
});

it('leaves a sheet alone whose text stands in the document', async () => {
  const { page, added } = pageWith([], 'error', [url]);
  await linkStylesheets(remote, { page, timeoutMs: 50, linking: new Map(), why });
  expect(added).toEqual([]);
});

it('fetches a sheet again whose bytes the document’s link refused', async () => {
  const refused = linkOf(null);
  const { page, added } = pageWith([refused], 'load');
  await linkStylesheets(remote, { page, timeoutMs: 50, linking: new Map(), why });
  expect(refused.remove).toHaveBeenCalled();
  expect(added).toMatchObject([{ href: url, integrity: 'sha384-AAAA' }]);
});

it('says why a sheet did not arrive, and leaves no dead link behind', async () => {
  const { page, added } = pageWith([], 'error');
  const linking = linkStylesheets(remote, { page, timeoutMs: 50, linking: new Map(), why });
  await expect(linking).rejects.toMatchObject({ reason: 'integrity' });
  expect(added[0]?.remove).toHaveBeenCalled();
});

it('links a sheet once that is asked for twice before it is there', async () => {
  const { page, added } = pageWith([], 'load');
  const options = { page, timeoutMs: 50, linking: new Map<string, Promise<void>>(), why };
  await Promise.all([linkStylesheets(remote, options), linkStylesheets(remote, options)]);
  expect(added).toHaveLength(1);
  expect(added[0]?.remove).not.toHaveBeenCalled();
  expect(options.linking.size).toBe(0);
});

it('links a sheet anew that did not arrive', async () => {
  const failing = pageWith([], 'error');
  const options = { page: failing.page, timeoutMs: 50, linking: new Map<string, Promise<void>>(), why };
  await expect(linkStylesheets(remote, options)).rejects.toMatchObject({ reason: 'integrity' });
  await expect(linkStylesheets(remote, options)).rejects.toMatchObject({ reason: 'integrity' });
  expect(failing.added).toHaveLength(2);
});
