import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('charges a vital to the release that was the page', () => {
  const turns = createTurns('mfe-catalog');
  expect(turns.ownerOf('LCP')).toEqual({ remote: 'mfe-catalog' });
  turns.taken('mfe-catalog', 'rel_1');
  expect(turns.ownerOf('LCP')).toEqual({ remote: 'mfe-catalog', release: 'rel_1' });
  expect(turns.ownerOf('INP')).toEqual({ remote: 'mfe-catalog', release: 'rel_1' });
});

it('charges nobody with what was measured while another remote had its turn too', () => {
  const turns = createTurns('mfe-catalog');
  turns.taken('mfe-catalog', 'rel_1');
  turns.taken('mfe-checkout', 'rel_2');
  turns.taken('mfe-catalog', 'rel_1');
  expect(turns.ownerOf('LCP')).toEqual({ remote: 'mfe-catalog', release: 'rel_1' });
  expect(turns.ownerOf('INP')).toEqual({});
  expect(turns.ownerOf('CLS')).toEqual({});
});

it('charges nobody where one release gave way to another', () => {
  const turns = createTurns('mfe-catalog');
  turns.taken('mfe-catalog', 'rel_1');
  turns.taken('mfe-catalog', 'rel_0');
  expect(turns.ownerOf('LCP')).toEqual({});
});

it('knows no owner of a page that is no remote’s', () => {
  const turns = createTurns(undefined);
  turns.taken('mfe-catalog', 'rel_1');
  expect(turns.ownerOf('LCP')).toEqual({});
});
