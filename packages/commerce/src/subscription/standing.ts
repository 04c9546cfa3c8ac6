/** What the payment provider says of a subscription now. */
export interface ProviderSubscription {
  status: 'active' | 'past_due' | 'unpaid' | 'ended';
  periodStart: string;
  periodEnd: string;
  endsWithPeriod: boolean;
}

export interface Standing {
  state: 'active' | 'ending' | 'past_due' | 'ended';
  entitlement: 'granted' | 'suspended' | 'revoked';
  /** ISO instant until which the right holds, with the days of grace. */
  validUntil: string;
}

/** Renewals are paid a while after the period ends; nobody stands before a closed door meanwhile. */
export const graceDays = 3;

/**
 *   active ── renewal fails ──► past_due: holds through the days of grace after the period that was paid
 *      │                           └─ unpaid: suspended
 *      └─ ends with its period, or at once ──► ended: revoked
 */
export function standingOf({ status, periodStart, periodEnd, endsWithPeriod }: ProviderSubscription): Standing {
  switch (status) {
    case 'active':
      return endsWithPeriod
        ? { state: 'ending', entitlement: 'granted', validUntil: periodEnd }
        : { state: 'active', entitlement: 'granted', validUntil: withGrace(periodEnd) };
    // The period that runs is the one that was not paid.
    case 'past_due':
      return { state: 'past_due', entitlement: 'granted', validUntil: withGrace(periodStart) };
    case 'unpaid':
      return { state: 'past_due', entitlement: 'suspended', validUntil: withGrace(periodStart) };
    case 'ended':
      return { state: 'ended', entitlement: 'revoked', validUntil: periodEnd };
  }
}

const withGrace = (instant: string): string => new Date(Date.parse(instant) + graceDays * 24 * 3600_000).toISOString();
