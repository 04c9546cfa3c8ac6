import type { Page } from '@playwright/test';
import { type z } from 'zod';
import { TelemetryBatch, type TelemetryEvent } from '@tessera/contracts/telemetry.ts';

export interface Telemetry {
  /** What the page has sent to the shop so far. */
  events: TelemetryEvent[];
  /** Of each batch, whether it was tagged as a page with an override. */
  tags: boolean[];
  /** Makes the page send what it still holds, as it does when it is left. */
  flush(): Promise<void>;
}

/** Listens to the beacons of a page, checked against their contract. Call it before the page is opened. */
export async function listenToTelemetry(page: Page): Promise<Telemetry> {
  const events: z.infer<typeof TelemetryEvent>[] = [];
  const tags: boolean[] = [];
  await page.route('**/api/session/telemetry', async (route) => {
    const batch = TelemetryBatch.parse(route.request().postDataJSON());
    events.push(...batch.events);
    tags.push(batch.override === true);
    await route.continue();
  });
  return {
    events,
    tags,
    flush: () =>
      page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }),
  };
}
