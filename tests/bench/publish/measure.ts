import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DistFiles, integrityOf } from '../../../backend/composition/publish/read-build.ts';
import { requireChromium } from '../../../scripts/lib/browser.ts';
import { root } from '../../../scripts/lib/root.ts';
import { distOfVersion } from '../../setup/shell-of-version.ts';
import { createDeployToken } from '../lib/deploy-token.ts';
import { tableOf } from '../lib/engines-of.ts';
import { count, kB, seconds } from '../lib/format.ts';
import { atMost, type Section } from '../lib/section.ts';
import type { Shop } from '../lib/shop.ts';
import { median } from '../lib/stats.ts';

const remote = 'mfe-catalog';
const limitMs = 10_000;

/** What `tessera publish --json` says, as far as it is read here. */
interface Published {
  uploaded: { files: number; bytes: number };
}

/** The command line's publish of a build as large as the catalog's, each time with other bytes; and the gate's own time. */
export async function measurePublish(shop: Shop, runs: number): Promise<Section> {
  await mkdir(path.join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(path.join(root, '.cache', 'bench-publish-'));
  try {
    await cp(path.join(root, remote, 'manifest.ts'), path.join(folder, 'manifest.ts'));
    const token = await createDeployToken(tableOf(shop.env), 'aria');
    const tessera = (...args: string[]) =>
      timed([...args, '--skip-build', '--json', '--shop', shop.originOf('aria.localhost')], folder, token);
    const publishes: { elapsedMs: number; answer: unknown }[] = [];
    for (let run = 0; run < runs; run += 1) {
      await writeDist(folder, await otherBytes(`9.1.0-bench.${Date.now()}`));
      publishes.push(await tessera('publish', '--skip-check'));
    }
    await writeDist(folder, await distOfVersion(`${remote}/dist`, () => `9.2.0-bench.${Date.now()}`));
    const check = await tessera('check');
    const times = publishes.map(({ elapsedMs }) => elapsedMs);
    // As `packages/cli/src/commands/publish.ts` writes it.
    const { uploaded } = publishes.at(-1)?.answer as Published;
    return {
      title: 'Publish',
      verdicts: [atMost('Publish of a built remote, without check', Math.max(...times), limitMs, seconds)],
      body: `\`tessera publish --skip-build --skip-check\` of the catalog with other bytes each time (${count(uploaded.files)} files, ${kB(uploaded.bytes)}), from the start of the program to its end, ${runs} times: median ${seconds(median(times))}, longest ${seconds(Math.max(...times))}. \`tessera check\` of it, with the shell in a browser: ${seconds(check.elapsedMs)}.`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeDist(folder: string, files: DistFiles): Promise<void> {
  for (const [file, bytes] of files) {
    const full = path.join(folder, 'dist', file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, bytes);
  }
}

/** The catalog's build, of which no file is in the store yet. */
async function otherBytes(version: string): Promise<DistFiles> {
  const files = new Map(await distOfVersion(`${remote}/dist`, () => version));
  // Written by the Vite preset a moment ago.
  const described = JSON.parse(Buffer.from(files.get('tessera.json') ?? '').toString('utf8')) as {
    files: { path: string; integrity: string; bytes: number }[];
  };
  for (const file of described.files) {
    const bytes = Buffer.concat([files.get(file.path) ?? Buffer.of(), Buffer.from(`\n/* ${version} */`)]);
    files.set(file.path, bytes);
    Object.assign(file, { integrity: integrityOf(bytes), bytes: bytes.byteLength });
  }
  return files.set('tessera.json', Buffer.from(JSON.stringify(described)));
}

/** One command line as it is typed: Node's own start is in its time. */
function timed(args: readonly string[], cwd: string, token: string): Promise<{ elapsedMs: number; answer: unknown }> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [path.join(root, 'packages/cli/bin/tessera.js'), ...args], {
      cwd,
      env: { ...process.env, TESSERA_TOKEN: token, CHROMIUM_PATH: requireChromium() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`tessera ${args.join(' ')} ended with ${code}\n${err}\n${out}`));
      resolve({ elapsedMs: performance.now() - startedAt, answer: JSON.parse(out) });
    });
  });
}
