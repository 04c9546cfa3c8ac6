import { RemoteFailureReason } from '@tessera/contracts/telemetry.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, type Breaker, closed, fail, force, succeed } from './breaker.ts';

const afterFailures = (count: number, now = 0): Breaker => {
  let breaker: Breaker = closed;
  for (let done = 0; done < count; done += 1) breaker = fail(breaker, now, 'network');
  return breaker;
};

describe('a breaker', () => {
  it('opens at the second failure in a row', () => {
    expect(ask(afterFailures(1), 0).allowed).toBe(true);
    expect(ask(afterFailures(2), 0).allowed).toBe(false);
  });

  it.each(['timeout', 'mount-timeout'] as const)('opens at the first %s, which took long enough', (why) => {
    expect(ask(fail(closed, 0, why), 1)).toMatchObject({ allowed: false, breaker: { why } });
  });

  it('lets one probe through when its time is over, and no second one meanwhile', () => {
    const open = afterFailures(2);
    expect(ask(open, 29_999).allowed).toBe(false);
    const probing = ask(open, 30_000);
    expect(probing).toMatchObject({ allowed: true, breaker: { state: 'half-open' } });
    expect(ask(probing.breaker, 30_001).allowed).toBe(false);
  });

  it('gives up a probe that was never heard of again', () => {
    const probing = ask(afterFailures(2), 30_000).breaker;
    expect(ask(probing, 90_000).allowed).toBe(true);
  });

  it('closes when a probe succeeds, and pauses for twice as long when it fails', () => {
    const probing = ask(afterFailures(2), 30_000).breaker;
    expect(succeed()).toEqual(closed);
    const again = fail(probing, 30_000, 'render');
    expect(again).toMatchObject({ state: 'open', until: 90_000, why: 'render' });
  });

  it('lets a visitor through who asks for it, once', () => {
    const forced = force(afterFailures(2));
    const asked = ask(forced, 1);
    expect(asked.allowed).toBe(true);
    expect(ask(asked.breaker, 2).allowed).toBe(false);
  });
});

type Step = { after: number } & ({ do: 'ask' | 'succeed' | 'force' } | { do: 'fail'; why: RemoteFailureReason });

const step: fc.Arbitrary<Step> = fc
  .record({
    after: fc.integer({ min: 0, max: 900_000 }),
    do: fc.constantFrom('ask', 'succeed', 'force', 'fail'),
    why: fc.constantFrom(...RemoteFailureReason.options),
  })
  .map((one) => one as Step);

/** Runs steps one after the other, with the state before and after each. */
function run(steps: readonly Step[]) {
  let now = 0;
  let breaker: Breaker = closed;
  return steps.map((one) => {
    now += one.after;
    const before = breaker;
    const asked = one.do === 'ask' ? ask(before, now) : undefined;
    if (asked) breaker = asked.breaker;
    else if (one.do === 'succeed') breaker = succeed();
    else if (one.do === 'force') breaker = force(before);
    else if (one.do === 'fail') breaker = fail(before, now, one.why);
    return { one, now, before, breaker, allowed: asked?.allowed };
  });
}

const always = (holds: (step: ReturnType<typeof run>[number]) => void) =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => run(steps).forEach(holds)),
    { seed: 7, numRuns: 300 },
  );

describe('whatever happens to a breaker', () => {
  it('it refuses only while it is not closed, and never for longer than ten minutes', () => {
    always(({ allowed, before, now }) => {
      if (allowed !== false) return;
      expect(before.state).not.toBe('closed');
      expect(before.state === 'closed' ? 0 : before.until - now).toBeLessThanOrEqual(600_000);
    });
  });

  it('it makes one attempt at a time while it is not closed', () => {
    always(({ allowed, breaker, now }) => {
      if (allowed && breaker.state !== 'closed') expect(ask(breaker, now).allowed).toBe(false);
    });
  });

  it('a success closes it, and a failure never does', () => {
    always(({ one, before, breaker }) => {
      if (one.do === 'succeed') expect(breaker).toEqual(closed);
      if (one.do === 'fail' && before.state !== 'closed') expect(breaker.state).toBe('open');
    });
  });

  it('a visitor who asks is let through', () => {
    always(({ one, breaker, now }) => {
      if (one.do === 'force') expect(ask(breaker, now).allowed).toBe(true);
    });
  });

  it('it survives being written down', () => {
    always(({ breaker }) => expect(JSON.parse(JSON.stringify(breaker))).toEqual(breaker));
  });
});
