import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { StepError } from './progress.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Without these a headless Chromium talks to update and sync servers at every start. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An executable Chromium: named, installed, Playwright's own, or installed now. */
export function requireChromium(): string {
  return findChromium() ?? installChromium();
}

/** A Chromium that is here already. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return [named, ...installed, chromium.executablePath()].find((path) => path && existsSync(path));
}

function installChromium(): string {
  const attempts: (readonly [string, readonly string[]])[] = [
    ['npx', ['playwright', 'install', 'chromium']],
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-noto-core']],
  ];
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 });
    const found = findChromium();
    if (found) return found;
  }
  throw new StepError(
    'No Chromium was found, and neither Playwright nor apt could install one.',
    'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.',
  );
}
