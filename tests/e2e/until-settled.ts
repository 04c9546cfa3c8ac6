import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/**
 * Waits until everything of the page is there, the panel beside it too. That one comes when the visitor stirs or after
 * some seconds, so the pointer is moved.
 */
export async function untilSettled(page: Page): Promise<void> {
  const panel = page.locator('#tessera-mfe-ai-support-aside :is(button, [data-failure])').first();
  let step = 0;
  await expect(async () => {
    step += 1;
    await page.mouse.move(step % 7, step % 5);
    await expect(panel).toBeVisible({ timeout: 250 });
  }).toPass({ intervals: [50], timeout: 20_000 });
}
