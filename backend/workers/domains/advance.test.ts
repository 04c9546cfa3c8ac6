import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, type DomainState, type Seen } from './advance.ts';

const nothing: Seen = { token: false, pointsHere: false, certificate: 'none' };

test.each<[DomainState, Partial<Seen>, DomainState, string?]>([
  ['requested', {}, 'dns_pending', 'txt_missing'],
  ['dns_pending', { pointsHere: true, certificate: 'issued' }, 'dns_pending', 'txt_missing'],
  ['requested', { token: true }, 'token_ok', 'cname_missing'],
  ['token_ok', { token: true, pointsHere: true }, 'cert_pending'],
  ['cert_pending', { token: true, pointsHere: true, certificate: 'pending' }, 'cert_pending'],
  ['cert_pending', { token: true, pointsHere: true, certificate: 'failed' }, 'cert_pending', 'certificate_failed'],
  ['cert_pending', { token: true, pointsHere: true, certificate: 'issued' }, 'active'],
  ['active', { pointsHere: true }, 'active'],
  ['active', {}, 'failing', 'cname_missing'],
  ['failing', { pointsHere: true }, 'active'],
  ['removed', { token: true, pointsHere: true, certificate: 'issued' }, 'removed'],
])('%s and %j is %s (%s)', (state, seen, next, problem) => {
  expect(advance(state, { ...nothing, ...seen })).toEqual({ state: next, ...(problem ? { problem } : {}) });
});

const states: DomainState[] = ['requested', 'dns_pending', 'token_ok', 'cert_pending', 'active', 'failing', 'removed'];
const anySeen: fc.Arbitrary<Seen> = fc.record({
  token: fc.boolean(),
  pointsHere: fc.boolean(),
  certificate: fc.constantFrom('none', 'pending', 'issued', 'failed'),
});

test('the same sight twice moves nothing the second time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...states), anySeen, (state, seen) => {
      const once = advance(state, seen);
      expect(advance(once.state, seen)).toEqual(once);
    }),
  );
});

test('whatever is seen in whatever order, nothing serves that was never proven, pointed here and certified', () => {
  fc.assert(
    fc.property(fc.array(anySeen, { maxLength: 12 }), (sights) => {
      let state: DomainState = 'requested';
      for (const seen of sights) ({ state } = advance(state, seen));
      const was = (check: (seen: Seen) => boolean) => sights.some(check);
      if (state === 'active' || state === 'failing')
        expect(
          was(({ token }) => token) &&
            was(({ pointsHere }) => pointsHere) &&
            was(({ certificate }) => certificate === 'issued'),
        ).toBe(true);
    }),
  );
});
