import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  balanceOf,
  commit,
  credit,
  emptyWallet,
  putBack,
  release,
  reserve,
  restore,
  suspend,
  usable,
  withdraw,
  type Wallet,
} from './wallet.ts';

const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();

const lot = (serial: number, granted: number, expires: number) => ({
  lotId: `lot-${serial}`,
  orderId: `ord_${serial}`,
  granted,
  left: granted,
  grantedAt: minute(0),
  expiresAt: minute(expires),
});

type Step =
  | { do: 'credit'; serial: number; tokens: number; life: number }
  | { do: 'reserve'; subject: number; tokens: number }
  | { do: 'commit' | 'release'; subject: number }
  | { do: 'withdraw'; serial: number }
  | { do: 'wait'; minutes: number };

const subject = fc.integer({ min: 1, max: 3 });
const serial = fc.integer({ min: 1, max: 4 });
const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('credit' as const),
      serial,
      tokens: fc.integer({ min: 1, max: 20 }),
      life: fc.integer({ min: 1, max: 60 }),
    }),
    fc.record({ do: fc.constant('reserve' as const), subject, tokens: fc.integer({ min: 1, max: 25 }) }),
    fc.record({ do: fc.constantFrom('commit' as const, 'release' as const), subject }),
    fc.record({ do: fc.constant('withdraw' as const), serial }),
    fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
  ),
  { maxLength: 40 },
);

/** Plays steps and tells what was given out for tokens. */
function play(all: readonly Step[]): { wallet: Wallet; spent: number; withdrawn: number; now: string } {
  let [wallet, spent, withdrawn, clock] = [emptyWallet, 0, 0, 0];
  for (const step of all) {
    const now = minute(clock);
    switch (step.do) {
      case 'credit':
        wallet = credit(wallet, lot(step.serial, step.tokens, clock + step.life));
        break;
      case 'reserve': {
        const result = reserve(wallet, {
          subject: `s${step.subject}`,
          tokens: step.tokens,
          now,
          until: minute(clock + 15),
        });
        if (result.ok) wallet = result.wallet;
        break;
      }
      case 'commit': {
        const held = wallet.reservations.find((entry) => entry.subject === `s${step.subject}`);
        const result = commit(wallet, `s${step.subject}`, now);
        if (result.ok) [wallet, spent] = [result.wallet, spent + (held?.tokens ?? 0)];
        break;
      }
      case 'release':
        wallet = release(wallet, `s${step.subject}`);
        break;
      case 'withdraw': {
        const result = withdraw(wallet, `lot-${step.serial}`);
        [wallet, withdrawn] = [result.wallet, withdrawn + result.withdrawn];
        break;
      }
      case 'wait':
        clock += step.minutes;
    }
  }
  return { wallet, spent, withdrawn, now: minute(clock) };
}

describe('whatever is done with a wallet', () => {
  test('no token is made or lost: what was granted is spent, reserved, taken back or left', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { wallet, spent, withdrawn } = play(all);
        const granted = wallet.lots.reduce((sum, { granted: tokens }) => sum + tokens, 0);
        const left = wallet.lots.reduce((sum, { left: tokens }) => sum + tokens, 0);
        const reserved = wallet.reservations.reduce((sum, { tokens }) => sum + tokens, 0);
        expect(left + reserved + spent + withdrawn).toBe(granted);
        for (const each of wallet.lots) {
          expect(each.left).toBeGreaterThanOrEqual(0);
          expect(each.left).toBeLessThanOrEqual(each.granted);
        }
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  test('it stops hard: what is reserved is never more than the balance, and leaves exactly the rest', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 60 }), (all, tokens) => {
        const { wallet, now } = play(all);
        const balance = balanceOf(wallet, now);
        const result = reserve(wallet, { subject: 'new', tokens, now, until: minute(9999) });
        expect(result.ok).toBe(tokens <= balance);
        if (result.ok) expect(balanceOf(result.wallet, now)).toBe(balance - tokens);
        else expect(result.missing).toBe(tokens - balance);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  test('a reservation asked for twice is one, and can be spent once', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 10 }), (all, tokens) => {
        const { wallet, now } = play(all);
        const wish = { subject: 'new', tokens, now, until: minute(9999) };
        const first = reserve(wallet, wish);
        if (!first.ok) return;
        const second = reserve(first.wallet, wish);
        expect(second).toMatchObject({ ok: true, reservation: first.reservation });
        const spent = commit(first.wallet, 'new', now);
        expect(spent.ok && commit(spent.wallet, 'new', now)).toEqual({ ok: false, reason: 'not-reserved' });
        expect(balanceOf(release(first.wallet, 'new'), now)).toBe(balanceOf(wallet, now));
      }),
      { seed: 13 },
    );
  });
});

test('the lot that runs out first is spent first, whichever was bought first', () => {
  const wallet = [lot(1, 5, 90), lot(2, 5, 30), lot(3, 5, 60)].reduce(credit, emptyWallet);
  const result = reserve(wallet, { subject: 's', tokens: 7, now: minute(1), until: minute(16) });
  expect(result.ok && result.reservation.parts).toEqual([
    { lotId: 'lot-2', tokens: 5 },
    { lotId: 'lot-3', tokens: 2 },
  ]);
});

test('a lot is worth nothing from the instant it runs out at', () => {
  const wallet = credit(emptyWallet, lot(1, 5, 10));
  expect(balanceOf(wallet, minute(9))).toBe(5);
  expect(balanceOf(wallet, minute(10))).toBe(0);
  expect(usable(wallet, minute(10))).toEqual([]);
});

test('what was reserved and never given comes back by itself', () => {
  const wallet = credit(emptyWallet, lot(1, 5, 100));
  const result = reserve(wallet, { subject: 's', tokens: 5, now: minute(1), until: minute(16) });
  if (!result.ok) throw new Error('refused');
  expect(balanceOf(result.wallet, minute(15))).toBe(0);
  expect(balanceOf(result.wallet, minute(16))).toBe(5);
  expect(commit(result.wallet, 's', minute(16)).ok).toBe(false);
});

test('part of a lot is withdrawn, at most what is there, and put back where the refund fails', () => {
  const wallet = credit(emptyWallet, lot(1, 10, 100));
  const some = withdraw(wallet, 'lot-1', 4);
  expect([some.withdrawn, balanceOf(some.wallet, minute(1))]).toEqual([4, 6]);
  const rest = withdraw(some.wallet, 'lot-1', 9);
  expect([rest.withdrawn, balanceOf(rest.wallet, minute(1))]).toEqual([6, 0]);
  expect(balanceOf(putBack(rest.wallet, 'lot-1', 6, minute(100)), minute(1))).toBe(6);
  const whole = withdraw(wallet, 'lot-1');
  expect(putBack(whole.wallet, 'lot-1', whole.withdrawn, minute(100))).toEqual(wallet);
});

test('a disputed lot is not spent, not even what comes back into it, and is whole again once the dispute is won', () => {
  const wallet = credit(emptyWallet, lot(1, 10, 100));
  const reserved = reserve(wallet, { subject: 's', tokens: 3, now: minute(1), until: minute(5) });
  if (!reserved.ok) throw new Error('refused');
  const disputed = suspend(suspend(reserved.wallet, 'lot-1'), 'lot-1');
  expect(balanceOf(disputed, minute(6))).toBe(0);
  expect(balanceOf(restore(disputed, 'lot-1'), minute(6))).toBe(10);
  const taken = withdraw(disputed, 'lot-1', 2).wallet;
  expect(balanceOf(restore(taken, 'lot-1'), minute(6))).toBe(8);
  expect(balanceOf(restore(putBack(taken, 'lot-1', 2, minute(100)), 'lot-1'), minute(6))).toBe(10);
  expect(withdraw(disputed, 'lot-1').withdrawn).toBe(7);
});

test('a disputed lot that was withdrawn whole and is put back stays unspendable until the dispute is won', () => {
  const disputed = suspend(credit(emptyWallet, lot(1, 10, 100)), 'lot-1');
  const whole = withdraw(disputed, 'lot-1');
  const back = putBack(whole.wallet, 'lot-1', whole.withdrawn, minute(100));
  expect(balanceOf(back, minute(1))).toBe(0);
  expect(balanceOf(restore(back, 'lot-1'), minute(1))).toBe(10);
});
