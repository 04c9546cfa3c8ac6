import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fallbackPins } from './fallback-pins.ts';

const live = {
  releases: { shell: 'rel_s1', 'mfe-catalog': 'rel_c2', 'mfe-checkout': 'rel_k1' },
  fallbacks: { 'mfe-catalog': 'rel_c1' },
};

it('falls back to what is live where a remote moves on', () => {
  expect(fallbackPins({ ...live.releases, 'mfe-catalog': 'rel_c3' }, live)).toEqual({ 'mfe-catalog': 'rel_c2' });
});

it('keeps the fallback of a remote that stays', () => {
  expect(fallbackPins(live.releases, live)).toEqual({ 'mfe-catalog': 'rel_c1' });
});

it('knows none for the shell, for a new remote, and for a first set', () => {
  expect(fallbackPins({ shell: 'rel_s2', 'mfe-new': 'rel_n1' }, live)).toEqual({});
  expect(fallbackPins(live.releases, undefined)).toEqual({});
});

it('never falls back to the pinned release itself, however sets follow each other', () => {
  const release = fc.constantFrom('rel_a', 'rel_b', 'rel_c');
  const pins = fc.record({ shell: release, 'mfe-catalog': release, 'mfe-checkout': release });
  fc.assert(
    fc.property(fc.array(pins, { minLength: 1, maxLength: 8 }), (history) => {
      let before: Parameters<typeof fallbackPins>[1];
      for (const releases of history) {
        const fallbacks = fallbackPins(releases, before);
        for (const [remote, releaseId] of Object.entries(fallbacks))
          expect(releaseId).not.toBe(releases[remote as keyof typeof releases]);
        before = { releases, fallbacks };
      }
    }),
    { seed: 3 },
  );
});
