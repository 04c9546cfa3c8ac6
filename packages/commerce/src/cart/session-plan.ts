export type Interval = 'month' | 'year';

/** What one payment session can hold; the rest of a provider's twenty lines of either sort is left to taxes and delivery. */
export const subscriptionLimits = { recurring: 16, once: 16 } as const;

export type SessionPlan =
  | { ok: true; mode: 'payment' }
  | { ok: true; mode: 'subscription'; interval: Interval }
  | { ok: false; reason: 'mixed-intervals' | 'too-many-lines' };

/** How a cart is paid: one session for all of it, and one interval in it. */
export function planSession(lines: readonly { interval?: Interval | undefined }[]): SessionPlan {
  const [interval, ...others] = new Set(lines.flatMap((line) => line.interval ?? []));
  if (interval === undefined) return { ok: true, mode: 'payment' };
  if (others.length > 0) return { ok: false, reason: 'mixed-intervals' };
  const recurring = lines.filter((line) => line.interval !== undefined).length;
  const fits = recurring <= subscriptionLimits.recurring && lines.length - recurring <= subscriptionLimits.once;
  return fits ? { ok: true, mode: 'subscription', interval } : { ok: false, reason: 'too-many-lines' };
}
