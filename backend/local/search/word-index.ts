/** Which documents hold which words, asked by the beginnings of words. */
export class WordIndex {
  readonly #holders = new Map<string, Set<string>>();
  /** Words in order, made when they are first needed after a change. */
  #sorted: readonly string[] | undefined;

  add(id: string, words: Iterable<string>): void {
    for (const word of words) {
      const holders = this.#holders.get(word);
      if (holders) holders.add(id);
      else {
        this.#holders.set(word, new Set([id]));
        this.#sorted = undefined;
      }
    }
  }

  remove(id: string, words: Iterable<string>): void {
    for (const word of words) {
      const holders = this.#holders.get(word);
      if (!holders?.delete(id) || holders.size > 0) continue;
      this.#holders.delete(word);
      this.#sorted = undefined;
    }
  }

  /** Each word and how many documents hold it. */
  *words(): Iterable<readonly [string, number]> {
    for (const [word, holders] of this.#holders) yield [word, holders.size];
  }

  has(word: string): boolean {
    return this.#holders.has(word);
  }

  /** Documents that hold, for each of these, a word that begins so. */
  find(beginnings: readonly string[]): ReadonlySet<string> {
    const sets = beginnings.map((beginning) => this.#withBeginning(beginning)).sort((a, b) => a.size - b.size);
    const [rarest, ...others] = sets;
    return new Set([...(rarest ?? [])].filter((id) => others.every((ids) => ids.has(id))));
  }

  #withBeginning(beginning: string): Set<string> {
    const sorted = (this.#sorted ??= [...this.#holders.keys()].sort());
    const found = new Set<string>();
    for (let at = firstAtLeast(sorted, beginning); sorted[at]?.startsWith(beginning); at++)
      for (const id of this.#holders.get(sorted[at] ?? '') ?? []) found.add(id);
    return found;
  }
}

function firstAtLeast(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
