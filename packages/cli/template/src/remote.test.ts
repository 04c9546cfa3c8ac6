import { testBoot } from '@tessera/remote-kit/testing/test-boot.ts';
import { expect, test } from 'vitest';
import manifest from '../manifest.ts';
import de from './messages/de.messages.json';
import en from './messages/en.messages.json';
import render from './server.tsx';

const [route] = manifest.routes;
const data = { '/api/public/catalog/search?country=US&currency=USD&locale=en': answer(2) };

function answer(works: number) {
  const picture = { src: '/media/x.webp', srcset: [], width: 1, height: 1, color: '#888888', alt: '' };
  const work = { slug: 'w', kind: 'music', title: 'A work', makers: [], cover: picture, badges: [] };
  const items = Array.from({ length: works }, (_, index) => ({ ...work, id: `wrk_${index}` }));
  return { status: 200, body: { items, total: works, facets: [] } };
}

const open = (locale: 'en' | 'de', answers: Record<string, { status: number; body: unknown }>) =>
  render({
    url: (locale === 'en' ? '' : `/${locale}`) + (route?.path ?? ''),
    data: answers,
    boot: testBoot({ manifest, locale }),
    signal: new AbortController().signal,
  });

test('the first paint shows the page in English', async () => {
  const page = await open('en', data);
  expect(page.status).toBe(200);
  expect(page.html).toContain(en['picks.title']);
  expect(page.html).toContain('A work');
  expect(page.head.title).toBe(en['picks.title']);
});

test('and in German, also where there is nothing', async () => {
  const page = await open('de', { '/api/public/catalog/search?country=US&currency=USD&locale=de': answer(0) });
  expect(page.html).toContain(de['picks.empty']);
});

test('its markup keeps to the shop’s policy: no style attribute, no inline script', async () => {
  const { html } = await open('en', data);
  expect(html).not.toMatch(/ style=|<script/);
});

test('German has every message that English has', () => expect(Object.keys(de)).toEqual(Object.keys(en)));
