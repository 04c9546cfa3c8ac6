import { chromium, type Browser } from 'playwright';
import { chromiumArgs, requireChromium } from '../../../scripts/lib/browser.ts';

/** Runs `use` with a Chromium of its own, and closes it however that ends. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>, args: readonly string[] = []): Promise<T> {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: [...chromiumArgs, ...args],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
