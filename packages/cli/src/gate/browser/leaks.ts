import type { CDPSession } from 'playwright-core';
import { type Finding, refusal } from '../finding.ts';

/** What a page holds on to, after everything that can be collected was. */
export interface Held {
  nodes: number;
  listeners: number;
  heapBytes: number;
}

export async function measureHeld(cdp: CDPSession): Promise<Held> {
  // Once is not enough: what a finaliser lets go of is collected by the next.
  for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heapBytes: of('JSHeapUsedSize') };
}

/** Growth with each remount that is taken for noise of the browser. */
const tolerated: Held = { nodes: 15, listeners: 3, heapBytes: 150_000 };

const words: Readonly<Record<keyof Held, string>> = {
  nodes: 'DOM nodes that no page shows',
  listeners: 'event listeners',
  heapBytes: 'bytes of heap',
};

/**
 * What grows with each remount. What happens once in the life of a page (a panel that comes late) makes a step and is no
 * leak: each span must have grown.
 *
 * @param held after equal numbers of remounts, oldest first
 * @param remounts between two of them
 */
export function leakFindings(held: readonly Held[], remounts: number, where: string): Finding[] {
  return (Object.keys(tolerated) as (keyof Held)[]).flatMap((kind) => {
    const spans = held.slice(1).map((one, index) => (one[kind] - (held[index]?.[kind] ?? 0)) / remounts);
    const grown = Math.min(...spans);
    if (grown <= tolerated[kind]) return [];
    return [
      refusal(`leak-${kind === 'heapBytes' ? 'heap' : kind}`, {
        what: `Each time it is mounted and unmounted, ${Math.round(grown)} ${words[kind]} stay (${remounts * spans.length} remounts; up to ${tolerated[kind]} is taken for noise).`,
        where,
        fix: 'Undo in the clean-up of an effect what it did: listeners, timers, observers, nodes outside of the page.',
      }),
    ];
  });
}
