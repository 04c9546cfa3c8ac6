/** The matrix of integrity and mounting in every engine that is installed; says why one is left out. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCloud } from '../backend/local/cloud.ts';
import { buildAll, distsOf } from './build.ts';
import { type BrowserCase, listBrowserCases } from './lib/browser-cases.ts';
import { type Engine, findEngines, type FoundEngine } from './lib/engines.ts';
import { printFailure, step } from './lib/progress.ts';
import { root } from './lib/root.ts';
import { stopOnSignal } from './lib/stop-on-signal.ts';

stopOnSignal();
const tally = { passed: 0, failed: 0, skipped: 0 };

try {
  await buildAll();
  const stateDir = await mkdtemp(path.join(tmpdir(), 'tessera-browsers-'));
  const cloud = await step('Start the embedded cloud', () => startCloud({ port: 0, stateDir, root, distsOf }));
  try {
    const cases = await listBrowserCases(cloud);
    for (const engine of findEngines()) await runEngine(engine, cases);
  } finally {
    await cloud.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
} catch (error) {
  tally.failed += 1;
  printFailure(error);
}
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;

async function runEngine(found: FoundEngine, cases: readonly BrowserCase[]): Promise<void> {
  if ('missing' in found) {
    tally.skipped += cases.length;
    console.log(`skipped: ${found.name}, ${cases.length} cases: ${found.missing}`);
    return;
  }
  const engine = await found.launch();
  try {
    for (const one of cases) await runCase(found.name, engine, one);
  } finally {
    await engine.close();
  }
}

async function runCase(name: string, engine: Engine, { title, run }: BrowserCase): Promise<void> {
  const { tab, close } = await engine.open();
  try {
    await run(tab);
    tally.passed += 1;
    console.log(`✓ ${name}: ${title}`);
  } catch (error) {
    tally.failed += 1;
    console.log(`✗ ${name}: ${title}\n  ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await close();
  }
}
