/** Tokens that came together, and run out together. */
export interface Lot {
  /** Of the order line they were bought by. */
  lotId: string;
  orderId: string;
  granted: number;
  /** Neither spent nor reserved. */
  left: number;
  /** Set aside while the payment is disputed; until then nothing of the lot can be spent. */
  suspended?: number;
  grantedAt: string;
  /** ISO instant, exclusive. */
  expiresAt: string;
}

/** Tokens set aside for one thing, until it is given or let go. */
export interface Reservation {
  /** What it is for; one of a subject at a time. */
  subject: string;
  tokens: number;
  parts: readonly { lotId: string; tokens: number }[];
  /** After this it lets go by itself. */
  expiresAt: string;
}

export interface Wallet {
  lots: readonly Lot[];
  reservations: readonly Reservation[];
  /** How often tokens were spent; it numbers what was given for them. */
  spends: number;
}

export type Reserved =
  { ok: true; wallet: Wallet; reservation: Reservation } | { ok: false; reason: 'short'; missing: number };
export type Committed = { ok: true; wallet: Wallet; spend: number } | { ok: false; reason: 'not-reserved' };

export const emptyWallet: Wallet = { lots: [], reservations: [], spends: 0 };

/** Tokens that can be spent now. */
export const balanceOf = (wallet: Wallet, now: string): number =>
  usable(settle(wallet, now), now).reduce((sum, lot) => sum + lot.left, 0);

/** Adds a lot; the same lot twice is there once. */
export function credit(wallet: Wallet, lot: Lot): Wallet {
  return wallet.lots.some(({ lotId }) => lotId === lot.lotId) ? wallet : { ...wallet, lots: [...wallet.lots, lot] };
}

/**
 * Sets tokens aside, from the lot that runs out first. Never more than there are: the answer is `short`. A subject that has a reservation
 * keeps that one.
 */
export function reserve(
  wallet: Wallet,
  wish: { subject: string; tokens: number; now: string; until: string },
): Reserved {
  const { subject, tokens, now, until } = wish;
  if (!Number.isSafeInteger(tokens) || tokens < 1) throw new RangeError('tokens are spent one at least, and whole');
  const current = settle(wallet, now);
  const known = current.reservations.find((entry) => entry.subject === subject);
  if (known) return { ok: true, wallet: current, reservation: known };
  const parts: { lotId: string; tokens: number }[] = [];
  let missing = tokens;
  for (const { lotId, left } of usable(current, now)) {
    const taken = Math.min(left, missing);
    if (taken > 0) parts.push({ lotId, tokens: taken });
    missing -= taken;
  }
  if (missing > 0) return { ok: false, reason: 'short', missing };
  const reservation: Reservation = { subject, tokens, parts, expiresAt: until };
  return {
    ok: true,
    reservation,
    wallet: {
      ...current,
      lots: shift(current.lots, parts, -1),
      reservations: [...current.reservations, reservation],
    },
  };
}

/** The reserved tokens are gone for good. */
export function commit(wallet: Wallet, subject: string, now: string): Committed {
  const current = settle(wallet, now);
  if (!current.reservations.some((entry) => entry.subject === subject)) return { ok: false, reason: 'not-reserved' };
  const spend = current.spends + 1;
  return { ok: true, spend, wallet: { ...without(current, subject), spends: spend } };
}

/** The reserved tokens go back into the lots they came from, which may have run out meanwhile. */
export function release(wallet: Wallet, subject: string): Wallet {
  const parts = wallet.reservations.filter((entry) => entry.subject === subject).flatMap((entry) => entry.parts);
  return { ...without(wallet, subject), lots: shift(wallet.lots, parts, 1) };
}

/**
 * Takes back what is left of a lot, or so many of it, as a refund does; what was spent stays spent. A lot that was taken back whole has run out
 * from then on.
 */
export function withdraw(wallet: Wallet, lotId: string, atMost?: number): { wallet: Wallet; withdrawn: number } {
  const found = wallet.lots.find((lot) => lot.lotId === lotId);
  const there = (found?.left ?? 0) + (found?.suspended ?? 0);
  const withdrawn = Math.min(there, atMost ?? there);
  if (atMost === undefined)
    return {
      withdrawn,
      // What comes back into it while the payment is disputed cannot be spent either.
      wallet: changeLot(wallet, lotId, (lot) => {
        const kept = lot.suspended === undefined ? {} : { suspended: 0 };
        return { ...lot, ...kept, left: 0, expiresAt: lot.grantedAt };
      }),
    };
  return {
    withdrawn,
    wallet: changeLot(wallet, lotId, (lot) => {
      const fromLeft = Math.min(lot.left, withdrawn);
      const kept = lot.suspended === undefined ? {} : { suspended: lot.suspended - (withdrawn - fromLeft) };
      return { ...lot, ...kept, left: lot.left - fromLeft };
    }),
  };
}

/** Gives back what was withdrawn, as a refund that failed does. */
export const putBack = (wallet: Wallet, lotId: string, tokens: number, expiresAt: string): Wallet =>
  changeLot(wallet, lotId, (lot) =>
    lot.suspended === undefined
      ? { ...lot, expiresAt, left: lot.left + tokens }
      : { ...lot, expiresAt, suspended: lot.suspended + tokens },
  );

/** While its payment is disputed nothing of a lot can be spent. */
export const suspend = (wallet: Wallet, lotId: string): Wallet =>
  changeLot(wallet, lotId, (lot) => ({ ...lot, left: 0, suspended: (lot.suspended ?? 0) + lot.left }));

/** The dispute was won. */
export const restore = (wallet: Wallet, lotId: string): Wallet =>
  changeLot(wallet, lotId, ({ suspended = 0, ...lot }) => ({ ...lot, left: lot.left + suspended }));

/** Lets go of what was reserved and never given. */
export function settle(wallet: Wallet, now: string): Wallet {
  return wallet.reservations
    .filter((entry) => entry.expiresAt <= now)
    .reduce((current, { subject }) => release(current, subject), wallet);
}

/** Lots that still hold something, the one that runs out first before the others. */
export const usable = ({ lots }: Wallet, now: string): Lot[] =>
  lots
    .filter((lot) => lot.left > 0 && lot.suspended === undefined && lot.expiresAt > now)
    .toSorted(
      (a, b) => compare(a.expiresAt, b.expiresAt) || compare(a.grantedAt, b.grantedAt) || compare(a.lotId, b.lotId),
    );

const changeLot = (wallet: Wallet, lotId: string, change: (lot: Lot) => Lot): Wallet => ({
  ...wallet,
  lots: wallet.lots.map((lot) => (lot.lotId === lotId ? change(lot) : lot)),
});

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const without = (wallet: Wallet, subject: string): Wallet => ({
  ...wallet,
  reservations: wallet.reservations.filter((entry) => entry.subject !== subject),
});

function shift(lots: readonly Lot[], parts: Reservation['parts'], sign: 1 | -1): Lot[] {
  return lots.map((lot) => {
    const moved = parts.filter(({ lotId }) => lotId === lot.lotId).reduce((sum, { tokens }) => sum + tokens, 0);
    return moved === 0 ? lot : { ...lot, left: lot.left + sign * moved };
  });
}
