import { describe, expect, it } from 'vitest';
import { parseForm } from './form.ts';

describe('parseForm', () => {
  it.each([
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a[b]=1&a[c]=2', { a: { b: '1', c: '2' } }],
    ['a[0]=x&a[1]=y', { a: ['x', 'y'] }],
    ['a[]=x&a[]=y', { a: ['x', 'y'] }],
    ['l[0][p][name]=A+B&l[1][q]=%5B', { l: [{ p: { name: 'A B' } }, { q: '[' }] }],
    ['', {}],
  ])('reads %s', (text, expected) => {
    expect(parseForm(text)).toEqual(expected);
  });

  it('reaches no prototype', () => {
    parseForm('__proto__[polluted]=1&a[__proto__][polluted]=1&constructor[prototype][polluted]=1');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['a[b=1', 'a[b]c=1', `a${'[b]'.repeat(13)}=1`])('refuses the name in %s', (text) => {
    expect(() => parseForm(text)).toThrow(/Invalid parameter name/);
  });
});
