/** A figure against what was promised of it. */
export interface Verdict {
  what: string;
  value: string;
  target: string;
  met: boolean;
}

/** One measurement as the report shows it. */
export interface Section {
  title: string;
  verdicts: readonly Verdict[];
  /** Markdown below the title. */
  body: string;
}

/** `at most` a limit, the commonest promise. */
export function atMost(what: string, value: number, limit: number, show: (value: number) => string): Verdict {
  return { what, value: show(value), target: `≤ ${show(limit)}`, met: value <= limit };
}
