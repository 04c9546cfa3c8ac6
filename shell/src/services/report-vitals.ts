import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import type { Turns } from './turns.ts';
import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals';

/** Reports the page's vitals once each is final, with whose they are. Loaded when the page is idle. */
export function reportVitals(
  report: (event: TelemetryEvent) => void,
  routeId: string | undefined,
  turns: Pick<Turns, 'ownerOf'>,
): void {
  const send = ({ name, value }: { name: 'LCP' | 'INP' | 'CLS' | 'FCP' | 'TTFB'; value: number }): void =>
    report({
      type: 'vital',
      name,
      value,
      ...(routeId === undefined ? {} : { routeId }),
      ...turns.ownerOf(name),
      at: new Date().toISOString(),
    });
  for (const observe of [onCLS, onFCP, onINP, onLCP, onTTFB]) observe(send);
}
