/** Saturation and length normalisation of BM25, as commonly set. */
const k1 = 1.2;
const b = 0.75;

/** BM25 of each text for the query: rare words count more, repetitions less and less, long texts less. */
export function wordScores(query: readonly string[], texts: readonly (readonly string[])[]): number[] {
  const averageLength = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(texts.length, 1);
  const scores = texts.map(() => 0);
  for (const word of new Set(query)) {
    const counts = texts.map((text) => text.filter((other) => isSameWord(word, other)).length);
    const holding = counts.filter((count) => count > 0).length;
    const rarity = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
    for (const [index, count] of counts.entries()) {
      const length = (texts[index]?.length ?? 0) / (averageLength || 1);
      scores[index] = (scores[index] ?? 0) + (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + b * length));
    }
  }
  return scores;
}

/** "refund" and "refunds": one begins with the other, and what is common is a word already. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && long.length - short.length <= 3 && long.startsWith(short);
}
