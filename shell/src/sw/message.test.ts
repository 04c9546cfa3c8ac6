import { expect, it } from 'vitest';
import { readMessage } from './message.ts';

it.each([
  [{ type: 'apply-update' }, { type: 'apply-update' }],
  [
    { type: 'keep', page: '/', files: ['a.js', 1] },
    { type: 'keep', page: '/', files: ['a.js'] },
  ],
  [{ type: 'keep', page: '/' }, undefined],
  [{ type: 'keep', page: 1, files: [] }, undefined],
  [{ type: 'other' }, undefined],
  ['apply-update', undefined],
  [null, undefined],
])('reads %j as %j', (said, understood) => {
  expect(readMessage(said)).toEqual(understood);
});
