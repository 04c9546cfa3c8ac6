import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type FunctionSpec, functions } from '../../../backend/functions.ts';
import { environmentOf } from '../../../backend/local/function-environment.ts';
import { root } from '../../../scripts/lib/root.ts';
import { run } from '../../../scripts/lib/run.ts';
import { MB, ms } from '../lib/format.ts';
import { atMost, type Section } from '../lib/section.ts';
import type { Shop } from '../lib/shop.ts';
import { median } from '../lib/stats.ts';
import { table } from '../lib/table.ts';
import type { ColdLoad } from './probe.ts';

const limitBytes = 1.5e6;

interface Loaded extends ColdLoad {
  name: string;
  bytes: number;
}

/** What a new execution environment of each function has to do before its first event. */
export async function measureColdLoad(shop: Shop, runs: number): Promise<Section> {
  const lambdas = functions.filter(({ kind }) => kind !== 'viewer-function');
  const loaded: Loaded[] = [];
  for (const spec of lambdas) loaded.push(await loadOften(spec, shop.env, runs));
  const largest = loaded.reduce((a, b) => (a.bytes > b.bytes ? a : b));
  return {
    title: 'Cold load of each function',
    verdicts: [atMost(`Largest bundle (${largest.name})`, largest.bytes, limitBytes, MB)],
    body: [
      `Each bundle imported in a fresh Node process, median of ${runs}. Memory is the whole process afterwards, and what the import added to it.`,
      table(
        ['function', 'bundle', 'import', 'memory', 'added'],
        loaded.map((one) => [one.name, MB(one.bytes), ms(one.ms), MB(one.rssBytes), MB(one.addedBytes)]),
      ),
    ].join('\n\n'),
  };
}

async function loadOften(spec: FunctionSpec, env: Shop['env'], runs: number): Promise<Loaded> {
  const bundle = path.join(root, 'backend', 'dist', spec.name, 'index.mjs');
  const found: ColdLoad[] = [];
  for (let index = 0; index < runs; index += 1) found.push(await loadOnce(bundle, environmentOf(spec, env)));
  return {
    name: spec.name,
    bytes: (await stat(bundle)).size,
    ms: median(found.map((one) => one.ms)),
    rssBytes: median(found.map((one) => one.rssBytes)),
    addedBytes: median(found.map((one) => one.addedBytes)),
  };
}

async function loadOnce(bundle: string, env: Readonly<Record<string, string>>): Promise<ColdLoad> {
  const probe = path.join(import.meta.dirname, 'probe.ts');
  const { code, output } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', probe, bundle], {
    env: { ...env },
  });
  const line = output.split('\n').find((text) => text.startsWith('{"ms"'));
  if (code !== 0 || line === undefined) throw new Error(`${bundle} did not load:\n${shortLinesOf(output)}`);
  return JSON.parse(line) as ColdLoad;
}

/** A bundle is one line of a megabyte, which Node quotes whole where it throws. */
const shortLinesOf = (output: string): string =>
  output
    .split('\n')
    .filter((line) => line.length < 400)
    .slice(-20)
    .join('\n');
