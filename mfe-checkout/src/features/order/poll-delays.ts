const firstMs = 1_000;
const longestMs = 8_000;
const patienceMs = 120_000;

/** Waits between looks at an order: soon at first, then rarer, for two minutes in all. */
export function pollDelays(): number[] {
  const delays: number[] = [];
  let total = 0;
  for (let delay = firstMs; total < patienceMs; delay = Math.min(longestMs, Math.round(delay * 1.4))) {
    delays.push(delay);
    total += delay;
  }
  return delays;
}
