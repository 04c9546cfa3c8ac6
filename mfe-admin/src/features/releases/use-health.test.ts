import { expect, it } from 'vitest';
import type { ReleaseHealth } from './types.ts';
import { keptAfter } from './use-health.ts';

const data: ReleaseHealth = { remote: 'mfe-catalog', stepMinutes: 5, points: [] };
const known = keptAfter(undefined, 'catalog 60', { data });

it.each([
  ['no answer', {}],
  ['a bad answer', { error: { status: 503 } }],
])('keeps what is known through %s', (_, answer) => {
  expect(keptAfter(known, 'catalog 60', answer)).toEqual({ question: 'catalog 60', data, failed: true });
});

it('keeps nothing of another question', () => {
  expect(keptAfter(known, 'catalog 360', {})).toEqual({ question: 'catalog 360', data: undefined, failed: true });
});

it('takes a remote without health for no failure', () => {
  expect(keptAfter(undefined, 'new 60', { error: { status: 404 } })).toMatchObject({ data: undefined, failed: false });
});
