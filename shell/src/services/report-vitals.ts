import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals';

/** Reports the page's vitals once each is final. Loaded when the page is idle. `remote` is whose page it is. */
export function reportVitals(
  report: (event: TelemetryEvent) => void,
  routeId: string | undefined,
  remote?: string,
): void {
  const send = ({ name, value }: { name: 'LCP' | 'INP' | 'CLS' | 'FCP' | 'TTFB'; value: number }): void =>
    report({
      type: 'vital',
      name,
      value,
      ...(routeId === undefined ? {} : { routeId }),
      ...(remote === undefined ? {} : { remote }),
      at: new Date().toISOString(),
    });
  for (const observe of [onCLS, onFCP, onINP, onLCP, onTTFB]) observe(send);
}
