import { expect, it } from 'vitest';
import { chosenOf } from './choosable.ts';

const choices = [{ version: '3.0.0' }, { version: '2.0.0' }];

it('keeps what was chosen', () => {
  expect(chosenOf(choices, '2.0.0')).toBe('2.0.0');
});

it('goes back to the first where what was chosen is no choice any more', () => {
  expect(chosenOf(choices, '1.0.0')).toBe('3.0.0');
  expect(chosenOf(choices, undefined)).toBe('3.0.0');
});

it('is empty where there is nothing to choose', () => {
  expect(chosenOf([], '1.0.0')).toBe('');
});
