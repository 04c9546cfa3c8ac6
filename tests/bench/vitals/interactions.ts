import type { BrowserContext } from 'playwright';

/** One thing the visitor did, from the press until the next frame showed its effect. */
export interface Interaction {
  name: string;
  durationMs: number;
  page: string;
}

interface Entry {
  name: string;
  duration: number;
  interactionId: number;
  url: string;
}

/** Collects every interaction with an origin's pages as Event Timing tells it; survives that a document is left. */
export async function collectInteractions(context: BrowserContext, wanted: string): Promise<() => Interaction[]> {
  const slowest = new Map<string, Interaction>();
  await context.exposeBinding('tesseraBenchInteraction', (_, { name, duration, interactionId, url }: Entry) => {
    const { origin, pathname } = new URL(url);
    if (origin !== wanted) return;
    const key = `${pathname}:${interactionId}`;
    const known = slowest.get(key);
    // A press is several events; the longest of them is the interaction.
    if (!known || known.durationMs < duration) slowest.set(key, { name, durationMs: duration, page: pathname });
  });
  await context.addInitScript(observe);
  return () => [...slowest.values()];
}

/** Runs in the page. */
function observe(): void {
  const report = (globalThis as unknown as { tesseraBenchInteraction(entry: Entry): void }).tesseraBenchInteraction;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[])
      if (entry.interactionId)
        report({
          name: entry.name,
          duration: entry.duration,
          interactionId: entry.interactionId,
          url: location.href,
        });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
