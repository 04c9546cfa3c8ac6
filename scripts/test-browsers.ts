/**
 * The matrix of integrity and mounting in every engine that is installed: the shop is mounted and hydrated, and bytes
 * that are not the published ones are never run, whichever file of a remote they stand in.
 */
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { DiscoveryDocument } from '@tessera/contracts/discovery.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { blobKeyOf } from '../backend/composition/publish/store.ts';
import { startCloud, type Cloud } from '../backend/local/cloud.ts';
import { names } from '../backend/local/environment.ts';
import { buildAll, distsOf } from './build.ts';
import { type Engine, findEngines, type Tab } from './lib/engines.ts';
import { printFailure, step } from './lib/progress.ts';
import { root } from './lib/root.ts';

const waitMs = 30_000;
const tally = { passed: 0, failed: 0, skipped: 0 };

const engines = findEngines();
await buildAll();
const stateDir = await mkdtemp(path.join(tmpdir(), 'tessera-browsers-'));
const cloud = await step('Start the embedded cloud', () => startCloud({ port: 0, stateDir, root, distsOf }));
try {
  const cases = await listCases(cloud);
  for (const found of engines) {
    if ('missing' in found) {
      tally.skipped += cases.length;
      console.log(`skipped: ${found.name}: ${found.missing}`);
      continue;
    }
    const engine = await found.launch();
    for (const one of cases) await runCase(found.name, engine, one);
    await engine.close();
  }
} catch (error) {
  tally.failed += 1;
  printFailure(error);
} finally {
  await cloud.stop();
  await rm(stateDir, { recursive: true, force: true });
}
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed > 0 ? 1 : 0;

interface Case {
  title: string;
  run(tab: Tab): Promise<void>;
}

async function runCase(engineName: string, engine: Engine, { title, run }: Case): Promise<void> {
  const { tab, close } = await engine.open();
  try {
    await run(tab);
    tally.passed += 1;
    console.log(`✓ ${engineName}: ${title}`);
  } catch (error) {
    tally.failed += 1;
    console.log(`✗ ${engineName}: ${title}\n  ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await close();
  }
}

async function listCases({ platform, s3 }: Cloud): Promise<Case[]> {
  const shop = platform.urlOf('aria.localhost');
  const { microFrontends } = DiscoveryDocument.parse(
    await (await fetch(`${shop}/.well-known/micro-frontends.json`)).json(),
  );
  const releaseOf = (remote: string) => {
    const [release] = microFrontends[remote] ?? [];
    if (!release) throw new Error(`${remote} is not live`);
    return release;
  };
  const library = releaseOf('mfe-library');
  const { files, css } = library.extras.tessera;
  const [chunk, chunkHash] = Object.entries(files).find(([file]) => file.includes('/mount-page-')) ?? [];
  const [sheet] = css;
  if (!chunk || !chunkHash || !sheet) throw new Error('the library has other files than this matrix knows');
  const libraryFiles = {
    entry: library.metadata.integrity,
    'chunk deep inside': chunkHash,
    stylesheet: sheet.integrity,
  };

  /** Other bytes under the same address, as a broken or bought origin would serve them. */
  async function withChangedByte(integrity: string, run: (restore: () => Promise<void>) => Promise<void>) {
    const at = { Bucket: names.releasesBucket, Key: blobKeyOf(integrity) };
    const kept = await s3.send(new GetObjectCommand(at));
    const bytes = (await kept.Body?.transformToByteArray()) ?? new Uint8Array();
    const put = async (Body: Uint8Array) => {
      await s3.send(new PutObjectCommand({ ...at, Body, ContentType: kept.ContentType }));
      await platform.refresh();
    };
    const restore = () => put(bytes);
    const last = bytes.length - 1;
    await put(bytes.map((byte, index) => (index === last ? byte ^ 1 : byte)));
    try {
      await run(restore);
    } finally {
      await restore();
    }
  }

  const mounts = ['aria', 'folio', 'lumen'].map((id): Case => ({
    title: `${id} is mounted, chrome, catalog and chat`,
    async run(tab) {
      await tab.goto(platform.urlOf(`${id}.localhost`));
      await tab.waitForSelector('#tessera-mfe-ai-support-aside button', { timeout: waitMs });
      await tab.waitForSelector('#tessera-mfe-catalog h1', { timeout: waitMs });
      await expectTrue(tab, `!document.querySelector('[data-failure]')`);
    },
  }));

  const tampered = Object.entries(libraryFiles).map(([file, integrity]): Case => ({
    title: `one byte changed in the ${file} of a remote: not run, told of, and fetched again`,
    run: (tab) =>
      withChangedByte(integrity, async (restore) => {
        await tab.goto(`${shop}/library`);
        await tab.waitForSelector('#tessera-mfe-library [data-failure=integrity]', { timeout: waitMs });
        await expectTrue(tab, `!!document.querySelector('header input[name=q]')`);
        await restore();
        await tab.click('#tessera-mfe-library [data-failure] button');
        await tab.waitForSelector('#tessera-mfe-library h1', { timeout: waitMs });
        await expectTrue(tab, `!document.querySelector('#tessera-mfe-library [data-failure]')`);
      }),
  }));

  const navigation: Case = {
    title: 'goes from one remote to another in one document',
    async run(tab) {
      await tab.goto(`${shop}/help`);
      await tab.waitForSelector('#tessera-mfe-ai-support h1', { timeout: waitMs });
      await tab.evaluate(`document.documentElement.setAttribute('data-same', '')`);
      await tab.click('footer a[href="/library"]');
      await tab.waitForSelector('#tessera-mfe-library h1', { timeout: waitMs });
      await expectTrue(tab, `document.documentElement.hasAttribute('data-same')`);
    },
  };

  const unlisted: Case = {
    title: 'a script that the document does not name is not run',
    async run(tab) {
      await tab.goto(`${shop}/help`);
      await tab.waitForSelector('#tessera-mfe-ai-support h1', { timeout: waitMs });
      const foreign = JSON.stringify(releaseOf('mfe-admin').url);
      await expectTrue(tab, `import(${foreign}).then(() => false, () => true)`);
    },
  };

  return [...mounts, navigation, ...tampered, ...(microFrontends['mfe-admin'] ? [unlisted] : [])];
}

async function expectTrue(tab: Tab, expression: string): Promise<void> {
  if ((await tab.evaluate(expression)) !== true) throw new Error(`not so: ${expression}`);
}
