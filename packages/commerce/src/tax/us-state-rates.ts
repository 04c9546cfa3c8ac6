/** A state's general rate, and what it leaves out. */
export interface UsStateRate {
  percent: string;
  /** Whether permanently downloaded music, films and books are taxed. */
  digital: boolean;
  /** Where clothing is free: up to what a piece may cost, and whether a dearer piece is taxed whole or in the excess. */
  clothing?: { freeUpToMinor: bigint | 'any'; above: 'whole' | 'excess' };
}

const noTax = new Set(['AK', 'DE', 'MT', 'NH', 'OR']);

/**
 * Statewide general rates in percent: the departments of revenue, as of 2026-01-01. The uniform local parts of California, Utah and Virginia are in
 * them, because every seller there owes them. City, county and district rates are not: they need a street address, and Stripe Tax
 * knows them.
 */
// prettier-ignore
const general: Readonly<Record<string, string>> = {
  AL: '4', AR: '6.5', AZ: '5.6', CA: '7.25', CO: '2.9', CT: '6.35', DC: '6', FL: '6', GA: '4', HI: '4', IA: '6',
  ID: '6', IL: '6.25', IN: '7', KS: '6.5', KY: '6', LA: '5', MA: '6.25', MD: '6', ME: '5.5', MI: '6', MN: '6.875',
  MO: '4.225', MS: '7', NC: '4.75', ND: '5', NE: '5.5', NJ: '6.625', NM: '4.875', NV: '6.85', NY: '4', OH: '5.75',
  OK: '4.5', PA: '6', RI: '7', SC: '6', SD: '4.2', TN: '7', TX: '6.25', UT: '6.1', VA: '5.3', VT: '6', WA: '6.5',
  WI: '5', WV: '6', WY: '4',
};

/** Of the states with a tax, those that leave downloads out of it; as of 2026-01-01. */
const digitalFree = new Set(['CA', 'FL', 'IL', 'KS', 'MA', 'MI', 'MO', 'ND', 'NV', 'NY', 'OK', 'SC', 'VA', 'WV']);

const clothing: Readonly<Record<string, NonNullable<UsStateRate['clothing']>>> = {
  MA: { freeUpToMinor: 17500n, above: 'excess' },
  MN: { freeUpToMinor: 'any', above: 'whole' },
  NJ: { freeUpToMinor: 'any', above: 'whole' },
  NY: { freeUpToMinor: 10999n, above: 'whole' },
  PA: { freeUpToMinor: 'any', above: 'whole' },
  RI: { freeUpToMinor: 25000n, above: 'excess' },
  VT: { freeUpToMinor: 'any', above: 'whole' },
};

export type UsState = { known: true; rate?: UsStateRate } | { known: false };

export function findUsState(code: string): UsState {
  if (noTax.has(code)) return { known: true };
  const percent = general[code];
  if (percent === undefined) return { known: false };
  const free = clothing[code];
  return { known: true, rate: { percent, digital: !digitalFree.has(code), ...(free ? { clothing: free } : {}) } };
}
