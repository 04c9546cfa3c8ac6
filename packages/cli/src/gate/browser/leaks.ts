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

/** @param before after a first remount, when everything is loaded that ever will be */
export function leakFindings(before: Held, after: Held, remounts: number, where: string): Finding[] {
  return (Object.keys(tolerated) as (keyof Held)[]).flatMap((kind) => {
    const grown = (after[kind] - before[kind]) / remounts;
    if (grown <= tolerated[kind]) return [];
    return [
      refusal(`leak-${kind === 'heapBytes' ? 'heap' : kind}`, {
        what: `Each time it is mounted and unmounted, ${Math.round(grown)} ${words[kind]} stay (${remounts} remounts; up to ${tolerated[kind]} is taken for noise).`,
        where,
        fix: 'Undo in the clean-up of an effect what it did: listeners, timers, observers, nodes outside of the page.',
      }),
    ];
  });
}
