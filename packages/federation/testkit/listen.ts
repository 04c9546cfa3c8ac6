import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import type { Page } from 'playwright-core';

export interface Heard {
  /** What the page has sent to the shop so far. */
  events: TelemetryEvent[];
  /** Makes the page send what it still holds, as it does when it is left. */
  flush(): Promise<void>;
}

/** Hears the beacons of a page; call it before the page is opened. */
export async function listen(page: Page): Promise<Heard> {
  const events: TelemetryEvent[] = [];
  await page.exposeFunction('tesseraHeard', (body: string) => {
    const { events: sent } = JSON.parse(body) as { events: TelemetryEvent[] };
    events.push(...sent);
  });
  // A beacon's body is not told to who watches the network, and a page that is left says nothing more by itself.
  await page.addInitScript(() => {
    const { sendBeacon } = navigator;
    const NativeBlob = Blob;
    const texts = new WeakMap<Blob, string>();
    globalThis.Blob = class extends NativeBlob {
      constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
        super(parts, options);
        texts.set(this, parts.join(''));
      }
    };
    navigator.sendBeacon = (url, data) => {
      const text = data instanceof NativeBlob ? texts.get(data) : undefined;
      const { tesseraHeard } = globalThis as { tesseraHeard?: (body: string) => void };
      if (text !== undefined && String(url).includes('/telemetry')) tesseraHeard?.(text);
      return sendBeacon.call(navigator, url, data);
    };
  });
  return {
    events,
    flush: () =>
      page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
      }),
  };
}
