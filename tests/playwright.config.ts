import { defineConfig } from '@playwright/test';

const args = process.env['CHROMIUM_ARGS']?.split(' ') ?? [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Journeys against the whole product: one platform on a free port with its own state, started once for the run. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  globalSetup: './setup/platform.ts',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '../.cache/reports/playwright.json' }],
  ],
  use: {
    launchOptions: { executablePath, args },
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
  },
});
