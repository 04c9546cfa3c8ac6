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
  path: string;
}

/** Collects every interaction of the context's pages as Event Timing tells it; survives that a document is left. */
export async function collectInteractions(context: BrowserContext): Promise<() => Interaction[]> {
  const slowest = new Map<string, Interaction>();
  await context.exposeBinding('tesseraBenchInteraction', ({ page }, { name, duration, interactionId, path }: Entry) => {
    const { origin } = new URL(page.url());
    const key = `${origin}${path}:${interactionId}`;
    const known = slowest.get(key);
    // A press is several events; the longest of them is the interaction.
    if (known && known.durationMs >= duration) return;
    slowest.set(key, { name, durationMs: duration, page: `${new URL(page.url()).hostname}${path}` });
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
          path: location.pathname,
        });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
