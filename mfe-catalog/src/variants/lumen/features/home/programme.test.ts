import type { WorkCard } from '@tessera/contracts/api/common.ts';
import { expect, it } from 'vitest';
import { programmeOf } from './programme.ts';

const film = (id: string, overrides: Partial<WorkCard> = {}): WorkCard => ({
  id: `wrk_${id}`,
  slug: id,
  kind: 'film',
  title: id,
  makers: [],
  cover: { src: 'x', srcset: [], width: 16, height: 9, color: '#000000', alt: '' },
  durationSeconds: 3600,
  badges: [],
  ...overrides,
});

const shelf = (items: WorkCard[]) => ({ id: 'new', title: 'New', href: '/browse/film', items });

it('puts staff picks first, each film once, and leaves the feature out', () => {
  const hero = { headline: 'h', text: 't', cta: 'c', work: film('feature') };
  const shelves = [
    shelf([film('feature'), film('a'), film('b', { badges: ['new'] })]),
    shelf([film('b', { badges: ['new'] }), film('c', { badges: ['staff-pick'] }), film('d', { kind: 'course' })]),
  ];
  const { entries, totalSeconds } = programmeOf({ hero, shelves });
  expect(entries.map(({ work }) => work.slug)).toEqual(['c', 'b', 'a']);
  expect(entries.map(({ startsAtSeconds }) => startsAtSeconds)).toEqual([0, 4200, 8400]);
  expect(totalSeconds).toBe(10_800);
});

it('tells no time after a film of unknown length', () => {
  const { durationSeconds: _unknown, ...unknown } = film('a');
  const { entries, totalSeconds } = programmeOf({ shelves: [shelf([unknown, film('b')])] });
  expect(entries.map(({ startsAtSeconds }) => startsAtSeconds)).toEqual([0, undefined]);
  expect(totalSeconds).toBeUndefined();
});

it('is empty where there are no films', () => {
  expect(programmeOf({ shelves: [] })).toEqual({ entries: [], totalSeconds: undefined });
});
