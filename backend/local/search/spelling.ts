/** Known words that are spelled nearly so, best first. `known` says how many documents hold each. */
export function nearestWords(word: string, known: Iterable<readonly [string, number]>, limit: number): Spelling[] {
  const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const near: { word: string; cost: number; count: number }[] = [];
  for (const [candidate, count] of known) {
    if (allowed === 0 || Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = distanceWithin(word, candidate, allowed);
    if (distance !== undefined) near.push({ word: candidate, cost: distance + unlikelihood(word, candidate), count });
  }
  return near
    .sort((a, b) => a.cost - b.cost || b.count - a.count)
    .slice(0, limit)
    .map(({ word: found, cost }) => ({ words: [found], cost }));
}

export interface Spelling {
  words: string[];
  /** Lower is likelier. */
  cost: number;
}

/** Every choice of one word per place, the likeliest first. */
export function combinationsOf(choices: readonly (readonly Spelling[])[]): Spelling[] {
  const start: Spelling[] = [{ words: [], cost: 0 }];
  return choices
    .reduce<Spelling[]>(
      (phrases, next) =>
        phrases.flatMap(({ words, cost }) =>
          next.map((word) => ({ words: [...words, ...word.words], cost: cost + word.cost })),
        ),
      start,
    )
    .sort((a, b) => a.cost - b.cost);
}

/** People rarely mistype the first letter, and leave letters out more often than they change them. */
const unlikelihood = (typed: string, meant: string): number =>
  (typed[0] === meant[0] ? 0 : 1) + (isSubsequence(typed, meant) ? 0 : 0.5);

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Edits (a swap of neighbours is one) from one word to the other; undefined beyond the limit. */
export function distanceWithin(a: string, b: string, limit: number): number | undefined {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return undefined;
    beforeLast = last;
    last = row;
  }
  const distance = at(last, b.length);
  return distance <= limit ? distance : undefined;
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
