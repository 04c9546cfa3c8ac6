import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Shop } from '../shop/shop.ts';
import type { ByteBudget } from './budget.ts';
import { exercise } from './browser/exercise.ts';
import { findChromium } from './browser/find-chromium.ts';
import { openStage } from './browser/stage.ts';
import { type Finding, note } from './finding.ts';
import { brotliBytes, readLiveShop, type LiveShop } from './live-shop.ts';
import { accountFindings } from './rules/account.ts';
import { apiFindings } from './rules/api.ts';
import { assetFindings } from './rules/assets.ts';
import { contentFindings } from './rules/content.ts';
import { serverEntryFindings } from './rules/server-entry.ts';
import { sharedFindings } from './rules/shared.ts';
import { shellContractFindings } from './rules/shell-contract.ts';
import { sizeFindings, sizesOf, type Sizes } from './rules/size.ts';

export interface GateOptions {
  shop: Shop;
  build: RemoteBuild;
  /** Of the build. */
  folder: string;
  budget: ByteBudget;
  browser: { skip: true } | { skip: false; paths: readonly string[]; remounts: number };
  /** A part of the work that takes long enough to be shown. */
  step<T>(title: string, run: () => Promise<T>): Promise<T>;
}

export interface GateReport {
  findings: Finding[];
  sizes: Sizes;
}

/**
 * The compatibility gate: may this build be put before the shoppers of this shop? It reads the build from its folder and
 * the shop as it is live, and changes neither.
 */
export async function runGate(options: GateOptions): Promise<GateReport> {
  const { build, shop, step } = options;
  const live = await step('Read what is live', () => readLiveShop(shop, build));
  const contents = await readContents(options);
  const sizes = sizesOf(build, (file) => brotliBytes(contents.get(file) ?? new Uint8Array()));
  const still = await step('Compare contracts, API, policy and sizes', () =>
    Promise.resolve(compare(options, live, contents, sizes)),
  );
  const served = await checkServed(options, live);
  const shown = await checkInBrowser(options, live);
  return { findings: [...still, ...served, ...shown], sizes };
}

type Contents = ReadonlyMap<string, Uint8Array>;

async function readContents({ build, folder }: GateOptions): Promise<Contents> {
  return new Map(
    await Promise.all(
      build.files.map(async ({ path: file }) => [file, await readFile(path.join(folder, file))] as const),
    ),
  );
}

function compare({ build, budget }: GateOptions, live: LiveShop, contents: Contents, sizes: Sizes): Finding[] {
  const texts = [...contents]
    .filter(([file]) => /\.(?:m?js|css)$/.test(file) && file !== build.serverEntry)
    .map(([file, bytes]) => ({ path: file, text: Buffer.from(bytes).toString('utf8') }));
  const names = new Set(texts.flatMap(({ text }) => text.match(/[A-Za-z_$][\w$]*/g) ?? []));
  const remotes = Object.entries(live.boot.releaseSet.remotes).map(([name, { routes }]) => ({ name, routes }));
  return [
    ...accountFindings(build, remotes),
    ...shellContractFindings(build, live.shells),
    ...sharedFindings(build, live.shells),
    ...apiFindings(build.calls, live.api, (name) => names.has(name)),
    ...contentFindings(texts, { policy: live.policy, origin: live.origin }),
    ...ofServerEntry(build, contents),
    ...(live.unknown.sizes === undefined
      ? sizeFindings(sizes, live.last, budget)
      : [note('size-unknown', `Sizes were not compared with the last release: ${live.unknown.sizes}.`, 'byte budget')]),
    ...(live.unknown.canaryShell === undefined
      ? []
      : [
          note(
            'canary-shell-unknown',
            `Whether another shell is on its way was not looked at: ${live.unknown.canaryShell}`,
            'shell contract',
          ),
        ]),
  ];
}

function ofServerEntry({ serverEntry }: RemoteBuild, contents: Contents): Finding[] {
  const bytes = serverEntry === undefined ? undefined : contents.get(serverEntry);
  return bytes ? serverEntryFindings(serverEntry ?? '', Buffer.from(bytes).toString('utf8')) : [];
}

/** A build that is published already is looked at where visitors get it. */
async function checkServed({ build, shop, step }: GateOptions, live: LiveShop): Promise<Finding[]> {
  const urlOf = (file: string): string => `${live.boot.cdn}/${build.manifest.name}/${build.version}/${file}`;
  const entry = await shop.read(urlOf(build.entry));
  await entry.body?.cancel();
  if (entry.status === 404)
    return [
      note('assets-unpublished', 'Its files are not published yet, so none was fetched from the shop.', build.version),
    ];
  return step(`Fetch ${build.files.length} published files`, () =>
    assetFindings(
      build.files.filter(({ path: file }) => file !== build.serverEntry),
      ({ path: file }) => urlOf(file),
      async (url) => {
        const answer = await shop.read(url);
        const contentType = answer.headers.get('content-type') ?? undefined;
        return { status: answer.status, contentType, bytes: new Uint8Array(await answer.arrayBuffer()) };
      },
    ),
  );
}

async function checkInBrowser(options: GateOptions, live: LiveShop): Promise<Finding[]> {
  const { browser, build, shop, folder, step } = options;
  const skipped = (why: string): Finding[] => [
    note('browser-skipped', `It was not opened in a browser: ${why}.`, 'browser'),
  ];
  if (browser.skip) return skipped('--skip-browser was given');
  if (build.manifest.slot === 'console') return skipped('the console is for who is signed in');
  const executablePath = findChromium();
  if (executablePath === undefined) return skipped('no Chromium was found; install one or set CHROMIUM_PATH');
  return step('Open it in the shop', async () => {
    const stage = await openStage({ executablePath, shop, cdn: live.boot.cdn, build, folder });
    try {
      const { paths, remounts } = browser;
      const elsewhere = elsewhereOf(build, live);
      return await exercise(stage, { build, origin: shop.origin, paths, remounts, elsewhere });
    } finally {
      await stage.close();
    }
  });
}

/** A page of another remote, whose address has no parameter. */
function elsewhereOf({ manifest }: RemoteBuild, { boot }: LiveShop): string[] {
  return Object.entries(boot.releaseSet.remotes)
    .filter(([name]) => name !== manifest.name)
    .flatMap(([, { routes }]) => routes.map(({ path: pattern }) => pattern))
    .filter((pattern) => !/[:*]/.test(pattern))
    .sort((a, b) => a.length - b.length);
}
