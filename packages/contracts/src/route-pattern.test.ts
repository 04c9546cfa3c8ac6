import { describe, expect, it } from 'vitest';
import { splitLocale, toLocalePath } from './locale-path.ts';
import { findRoute, matchPattern } from './route-pattern.ts';

describe('matchPattern', () => {
  it.each([
    ['/', '/', {}],
    ['/work/:id/:slug?', '/work/wrk_1', { id: 'wrk_1' }],
    ['/work/:id/:slug?', '/work/wrk_1/a-b/', { id: 'wrk_1', slug: 'a-b' }],
    ['/library/*', '/library', { '*': '' }],
    ['/library/*', '/library/invoices/1', { '*': 'invoices/1' }],
    ['/artist/:slug', '/artist/j%C3%B6rg', { slug: 'jörg' }],
    ['/artist/:slug', '/artist/%E0%A4%A', { slug: '%E0%A4%A' }],
  ])('%s takes %s', (pattern, pathname, params) => {
    expect(matchPattern(pattern, pathname)).toEqual(params);
  });

  it.each([
    ['/', '/cart'],
    ['/cart', '/cart/extra'],
    ['/work/:id', '/work'],
    ['/work/:id/:slug?', '/work/1/2/3'],
  ])('%s refuses %s', (pattern, pathname) => {
    expect(matchPattern(pattern, pathname)).toBeUndefined();
  });
});

describe('findRoute', () => {
  const routes = [{ path: '/help/*' }, { path: '/help/:slug' }, { path: '/help/contact' }];

  it.each([
    ['/help/contact', '/help/contact'],
    ['/help/refunds', '/help/:slug'],
    ['/help/refunds/2', '/help/*'],
  ])('%s is answered by %s', (pathname, path) => {
    expect(findRoute(routes, pathname)?.route.path).toBe(path);
  });
});

describe('splitLocale', () => {
  const locales = ['de', 'en', 'ar'] as const;

  it.each([
    ['/', { locale: 'de', path: '/' }],
    ['/en', { locale: 'en', path: '/' }],
    ['/ar/work/1', { locale: 'ar', path: '/work/1' }],
    ['/english', { locale: 'de', path: '/english' }],
  ])('%s', (pathname, expected) => {
    expect(splitLocale(locales, pathname)).toEqual(expected);
  });

  it.each(locales)('undoes toLocalePath for %s', (locale) => {
    expect(splitLocale(locales, toLocalePath(locales, locale, '/cart'))).toEqual({ locale, path: '/cart' });
    expect(splitLocale(locales, toLocalePath(locales, locale, '/'))).toEqual({ locale, path: '/' });
  });

  it('writes first pages without a trailing slash', () => {
    expect(toLocalePath(locales, 'de', '/')).toBe('/');
    expect(toLocalePath(locales, 'en', '/')).toBe('/en');
    expect(toLocalePath(locales, 'en', '/?q=a')).toBe('/en?q=a');
  });
});
