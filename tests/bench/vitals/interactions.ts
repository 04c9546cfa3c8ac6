import type { BrowserContext } from 'playwright';

/** One thing the visitor did, from the press until the next frame showed its effect, and where that time went. */
export interface Interaction {
  name: string;
  /** What was pressed, in its own words. */
  target: string;
  durationMs: number;
  /** Until the page took notice. */
  delayMs: number;
  /** What the page did about it. */
  processingMs: number;
  /** Until the frame that shows it. */
  frameMs: number;
  page: string;
}

type Seen = Omit<Interaction, 'page'> & { interactionId: number; url: string };

/** Collects every interaction with an origin's pages as Event Timing tells it; survives that a document is left. */
export async function collectInteractions(context: BrowserContext, wanted: string): Promise<() => Interaction[]> {
  const slowest = new Map<string, Interaction>();
  await context.exposeBinding('tesseraBenchInteraction', (_, { interactionId, url, ...seen }: Seen) => {
    const { origin, pathname } = new URL(url);
    if (origin !== wanted) return;
    const key = `${pathname}:${interactionId}`;
    const known = slowest.get(key);
    // A press is several events; the longest of them is the interaction, and most was done at the one that took longest.
    const isSlower = !known || known.durationMs < seen.durationMs;
    const didMore = known?.durationMs === seen.durationMs && known.processingMs < seen.processingMs;
    if (isSlower || didMore) slowest.set(key, { ...seen, page: pathname });
  });
  await context.addInitScript(observe);
  return () => [...slowest.values()];
}

/** Runs in the page. */
function observe(): void {
  const report = (globalThis as unknown as { tesseraBenchInteraction(seen: Seen): void }).tesseraBenchInteraction;
  const wordsOf = (node: Node | null): string => {
    const element = node instanceof Element ? (node.closest('a, button, label, [role=option]') ?? node) : null;
    if (!element) return '';
    const words = element.getAttribute('aria-label') ?? element.textContent;
    return words.trim().replaceAll(/\s+/g, ' ') || element.getAttribute('name') || element.localName;
  };
  // When its entry comes, what was pressed may be gone and the page another.
  const pressed = new Map<number, Pick<Seen, 'target' | 'url'>>();
  for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'keypress', 'keyup'])
    addEventListener(
      type,
      ({ timeStamp, target }) =>
        pressed.set(timeStamp, { target: wordsOf(target instanceof Node ? target : null), url: location.href }),
      true,
    );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[])
      if (entry.interactionId)
        report({
          name: entry.name,
          ...(pressed.get(entry.startTime) ?? { target: wordsOf(entry.target), url: location.href }),
          durationMs: entry.duration,
          delayMs: entry.processingStart - entry.startTime,
          processingMs: entry.processingEnd - entry.processingStart,
          frameMs: Math.max(0, entry.startTime + entry.duration - entry.processingEnd),
          interactionId: entry.interactionId,
        });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
