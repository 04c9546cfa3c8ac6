/** Bad ones among all that were seen. */
export interface Proportion {
  bad: number;
  all: number;
}

/**
 * Fisher's exact test, one-sided: how probable it is that the canary has at least this many of the bad ones by chance,
 * where it is no worse than stable. Exact also where there are few, which is when a broken release should be found.
 */
export function chanceOf(canary: Proportion, stable: Proportion): number {
  const all = canary.all + stable.all;
  const bad = canary.bad + stable.bad;
  if (all === 0 || bad === 0) return 1;
  const denominator = logChoose(all, canary.all);
  let sum = 0;
  for (let hits = canary.bad; hits <= Math.min(bad, canary.all); hits += 1) {
    if (canary.all - hits > all - bad) continue;
    sum += Math.exp(logChoose(bad, hits) + logChoose(all - bad, canary.all - hits) - denominator);
  }
  return Math.min(1, sum);
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Sums of logarithms: exact enough for small numbers; above, Stirling's series is to ten digits. */
const small: number[] = [0];
for (let n = 1; n <= 256; n += 1) small[n] = (small[n - 1] ?? 0) + Math.log(n);

function logFactorial(n: number): number {
  return small[n] ?? n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3);
}
