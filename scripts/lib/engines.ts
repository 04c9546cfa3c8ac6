import { existsSync } from 'node:fs';
import { chromium, firefox, webkit } from 'playwright';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, findChromium } from './browser.ts';

/** As much of a tab as both drivers have in common. */
export interface Tab {
  goto(url: string): Promise<unknown>;
  waitForSelector(selector: string, options: { timeout: number }): Promise<unknown>;
  click(selector: string): Promise<void>;
  /** Runs an expression in the page. */
  evaluate(expression: string): Promise<unknown>;
}

export interface Engine {
  /** A tab of a profile of its own, and what closes it. */
  open(): Promise<{ tab: Tab; close(): Promise<void> }>;
  close(): Promise<void>;
}

export type FoundEngine = { name: string; launch(): Promise<Engine> } | { name: string; missing: string };

const firefoxPaths = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Every engine the shop is made for, with a way to start it or the reason why there is none. */
export const findEngines = (): FoundEngine[] => [findBlink(), findGecko(), findWebKit()];

function findBlink(): FoundEngine {
  const path = findChromium();
  if (!path) return { name: 'Chromium', missing: 'no Chromium was found; set CHROMIUM_PATH or install one' };
  return { name: 'Chromium', launch: () => byPlaywright(chromium, { executablePath: path, args: [...chromiumArgs] }) };
}

function findGecko(): FoundEngine {
  if (existsSync(firefox.executablePath())) return { name: 'Firefox', launch: () => byPlaywright(firefox, {}) };
  const path = [process.env['FIREFOX_PATH'], ...firefoxPaths].find((one) => one && existsSync(one));
  if (path) return { name: 'Firefox', launch: () => byBiDi(path) };
  return {
    name: 'Firefox',
    missing: 'neither Playwright’s nor an installed Firefox was found; set FIREFOX_PATH or install firefox-esr',
  };
}

function findWebKit(): FoundEngine {
  if (existsSync(webkit.executablePath())) return { name: 'WebKit', launch: () => byPlaywright(webkit, {}) };
  return {
    name: 'WebKit',
    missing: 'Playwright’s WebKit is not installed; `npx playwright install webkit` fetches it',
  };
}

async function byPlaywright(
  type: typeof chromium,
  options: { executablePath?: string; args?: string[] },
): Promise<Engine> {
  const browser = await type.launch(options);
  return {
    async open() {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      return { tab: await context.newPage(), close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

async function byBiDi(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  return {
    async open() {
      const context = await browser.createBrowserContext();
      return { tab: await context.newPage(), close: () => context.close() };
    },
    close: () => browser.close(),
  };
}
