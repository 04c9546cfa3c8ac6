/**
 * Everything that says the product works: types, lint, contracts, unit, slice, repository and composition tests,
 * production builds and their sizes, journeys in a real browser. `--no-browser` leaves the journeys out.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildAll } from './build.ts';
import { chromiumArgs, requireChromium } from './lib/browser.ts';
import { printFailure, seconds, step } from './lib/progress.ts';
import { root } from './lib/root.ts';
import { run, runScript } from './lib/run.ts';
import { stopOnSignal } from './lib/stop-on-signal.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: { title: string; reason: string }[];
  /** Titles of what failed, so that the end of a long log says where to look. */
  failures: string[];
}

stopOnSignal();
const withBrowser = !process.argv.includes('--no-browser');
const reports = path.join(root, '.cache', 'reports');
const total: Tally = { passed: 0, failed: 0, skipped: [], failures: [] };
const begin = performance.now();

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

// Lint takes as long as all the others together.
await Promise.all([
  check('Lint, directions between rooms', () =>
    bin('eslint/bin/eslint.js', ['.', '--cache', '--cache-location', '.cache/eslint']),
  ),
  (async () => {
    await check('Types', () => runScript('scripts/types.ts'));
    await check('Format', () => bin('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']));
    await check('Unused files, exports and dependencies', () => bin('knip/bin/knip.js', []));
    await check('OpenAPI documents and client types are current', () => runScript('scripts/openapi.ts', ['--check']));
  })(),
]);
// Unit tests of what looks at a page need one too.
const chromium = withBrowser ? await findChromium() : undefined;
if (chromium !== undefined) process.env['CHROMIUM_PATH'] = chromium;
await suite('Unit, slice, repository and composition tests', () => runVitest('vitest'));
await check('Production builds', async () => ({
  code: await buildAll().then(
    () => 0,
    (error: unknown) => (printFailure(error), 1),
  ),
  output: '',
}));
await check('Byte budgets', () => bin('size-limit/bin.js', []));
await suite('Commands', () => runVitest('commands', ['--config', 'tests/commands/vitest.config.ts']));
if (chromium !== undefined) await suite('Journeys in the browser', runPlaywright);

for (const title of total.failures) console.log(`failed: ${title}`);
for (const { title, reason } of total.skipped) console.log(`skipped: ${title}: ${reason}`);
console.log(`Took ${seconds(performance.now() - begin)}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Without one the journeys are missing, which is a failure; what needs none is tested all the same. */
async function findChromium(): Promise<string | undefined> {
  try {
    return await step('Find a Chromium', () => Promise.resolve(requireChromium()));
  } catch (error) {
    printFailure(error);
    total.failed += 1;
    total.failures.push('Journeys in the browser');
    return undefined;
  }
}

/** One command that passes or fails as a whole; what it printed is shown only when it failed. */
async function check(title: string, execute: () => Promise<{ code: number; output: string }>): Promise<void> {
  const { code, output } = await execute();
  if (code === 0) {
    total.passed += 1;
    console.log(`✓ ${title}`);
  } else {
    total.failed += 1;
    total.failures.push(title);
    console.log(`✗ ${title}\n${output}`);
  }
}

async function suite(title: string, execute: () => Promise<Tally>): Promise<void> {
  const tally = await execute().catch((error: unknown): Tally => {
    printFailure(error);
    return { passed: 0, failed: 1, skipped: [], failures: [title] };
  });
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped.push(...tally.skipped);
  total.failures.push(...tally.failures);
  console.log(`${tally.failed > 0 ? '✗' : '✓'} ${title}: ${tally.passed} passed, ${tally.failed} failed`);
}

function bin(file: string, args: readonly string[]) {
  return run(process.execPath, [path.join('node_modules', file), ...args]);
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; meta?: { reason?: string } }[];
  }[];
}

async function runVitest(name: string, args: readonly string[] = []): Promise<Tally> {
  const file = path.join(reports, `${name}.json`);
  const { code } = await run(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { echo: true },
  );
  const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport;
  const results = report.testResults.flatMap((one) => one.assertionResults);
  const brokenFiles = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.every((result) => result.status !== 'failed'),
  );
  const failed = results.filter((result) => result.status === 'failed').length + brokenFiles.length;
  return {
    passed: results.filter((result) => result.status === 'passed').length,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results
      .filter((result) => result.status === 'pending' || result.status === 'skipped' || result.status === 'todo')
      .map((result) => ({ title: result.fullName, reason: result.meta?.reason ?? 'see its title' })),
    failures: [
      ...results.filter((result) => result.status === 'failed').map(({ fullName }) => fullName),
      ...brokenFiles.map(({ name, message }) => `${path.relative(root, name)} ${message.split('\n')[0] ?? ''}`),
    ],
  };
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    tests: {
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      annotations: { type: string; description?: string }[];
    }[];
  }[];
}

async function runPlaywright(): Promise<Tally> {
  const file = path.join(reports, 'playwright.json');
  const { code } = await run(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
    {
      echo: true,
      env: { CHROMIUM_ARGS: chromiumArgs.join(' '), PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    },
  );
  const report = JSON.parse(await readFile(file, 'utf8')) as PlaywrightSuite & { errors?: unknown[] };
  const specs = flatten(report);
  const failed = specs.filter((spec) => spec.status === 'unexpected').length;
  return {
    passed: specs.filter((spec) => spec.status === 'expected' || spec.status === 'flaky').length,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: specs.filter((spec) => spec.status === 'skipped').map(({ title, reason }) => ({ title, reason })),
    failures: specs.filter((spec) => spec.status === 'unexpected').map(({ title }) => title),
  };
}

function flatten(suite: PlaywrightSuite): { title: string; status: string; reason: string }[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((one) => ({
      title: spec.title,
      status: one.status,
      reason: one.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(flatten)];
}
