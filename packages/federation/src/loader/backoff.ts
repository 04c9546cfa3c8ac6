const firstMs = 300;
const longestMs = 2_000;

/** How long to wait before try number `next` (2 is the first retry): doubling, bounded, and spread over its second half. */
export function backoffMs(next: number, random: () => number): number {
  const most = Math.min(longestMs, firstMs * 2 ** (next - 2));
  return most / 2 + (random() * most) / 2;
}
