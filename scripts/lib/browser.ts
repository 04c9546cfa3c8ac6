import { chromiumArgs, findChromium } from '@tessera/cli/gate/browser/find-chromium.ts';
import { spawnSync } from 'node:child_process';
import { StepError } from './progress.ts';

export { chromiumArgs, findChromium };

/** An executable Chromium: named, installed, Playwright's own, or installed now. */
export function requireChromium(): string {
  return findChromium() ?? installChromium();
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
