import { expect, test } from 'vitest';
import { pageLanguageOf } from './page-language.ts';

test.each([
  ['de', 'en-US,en;q=0.9', 'de'],
  ['fr ar', 'de', 'ar'],
  ['', 'fr;q=0.9, en;q=0.4, de-AT;q=0.7', 'de'],
  [undefined, 'de;q=0, ar-EG;q=0.1', 'ar'],
  [undefined, 'fr', 'en'],
  ['tlh', undefined, 'en'],
  [undefined, ';;q=x,,', 'en'],
])('wished %j, browser %j: %s', (wished, acceptLanguage, language) => {
  expect(pageLanguageOf(wished, acceptLanguage)).toBe(language);
});
