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
  [
    { type: 'good', releaseSet: 'set_1' },
    { type: 'good', releaseSet: 'set_1' },
  ],
  [{ type: 'good' }, undefined],
  [
    { type: 'last-good', page: '/', releaseSet: 'set_1' },
    { type: 'last-good', page: '/', releaseSet: 'set_1' },
  ],
  [{ type: 'last-good', releaseSet: 'set_1' }, undefined],
  [{ type: 'other' }, undefined],
  ['apply-update', undefined],
  [null, undefined],
])('reads %j as %j', (said, understood) => {
  expect(readMessage(said)).toEqual(understood);
});
