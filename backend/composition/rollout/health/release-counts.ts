/** Measured in sampled page views. */
export const measures = ['mount', 'LCP', 'INP', 'CLS'] as const;
export type Measure = (typeof measures)[number];

/** Bin → how many. */
export type Histogram = Readonly<Record<number, number>>;

/** What was seen of one release in one span of time. Each page view counts at most once in each number. */
export interface ReleaseCounts {
  /** In which it was to be on the page. */
  views: number;
  /** In which it was not loaded, or not mounted. */
  failures: number;
  loadFailures: number;
  mountFailures: number;
  /** In which nobody caught an error of its code. */
  errors: number;
  /** In which its slice answered 500 or above, or not at all. */
  apiErrors: number;
  /** Failures by reason. */
  reasons: Readonly<Record<string, number>>;
  histograms: Readonly<Record<Measure, Histogram>>;
}

export const noCounts: ReleaseCounts = {
  views: 0,
  failures: 0,
  loadFailures: 0,
  mountFailures: 0,
  errors: 0,
  apiErrors: 0,
  reasons: {},
  histograms: { mount: {}, LCP: {}, INP: {}, CLS: {} },
};

export function addCounts(a: ReleaseCounts, b: ReleaseCounts): ReleaseCounts {
  return {
    views: a.views + b.views,
    failures: a.failures + b.failures,
    loadFailures: a.loadFailures + b.loadFailures,
    mountFailures: a.mountFailures + b.mountFailures,
    errors: a.errors + b.errors,
    apiErrors: a.apiErrors + b.apiErrors,
    reasons: addEach(a.reasons, b.reasons),
    histograms: {
      mount: addEach(a.histograms.mount, b.histograms.mount),
      LCP: addEach(a.histograms.LCP, b.histograms.LCP),
      INP: addEach(a.histograms.INP, b.histograms.INP),
      CLS: addEach(a.histograms.CLS, b.histograms.CLS),
    },
  };
}

function addEach<Key extends PropertyKey>(
  a: Readonly<Record<Key, number>>,
  b: Readonly<Record<Key, number>>,
): Record<Key, number> {
  const sum: Record<Key, number> = { ...a };
  for (const name of Object.keys(b) as Key[]) sum[name] = (sum[name] ?? 0) + b[name];
  return sum;
}
