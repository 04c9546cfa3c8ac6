import { expect, test } from 'vitest';
import { parseMapping } from './mapping.ts';

test.each([
  [undefined, {}],
  ['', {}],
  ['Title=title, Writer = makers ,', { Title: 'title', Writer: 'makers' }],
])('%s is a mapping', (text, mapping) => {
  expect(parseMapping(text)).toEqual({ ok: true, mapping });
});

test.each(['Title', 'Title=', '=title', 'Title=headline', 'a=title=b', 'a=constructor'])('%s is none', (text) => {
  expect(parseMapping(text)).toMatchObject({ ok: false });
});
