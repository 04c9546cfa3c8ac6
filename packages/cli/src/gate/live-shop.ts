import { releasesApi } from '@tessera/contracts/api/releases.ts';
import { trafficApi } from '@tessera/contracts/api/traffic.ts';
import { bootElementId } from '@tessera/contracts/elements.ts';
import { RemoteBuild } from '@tessera/contracts/release.ts';
import { sliceOf } from '@tessera/contracts/slice-prefixes.ts';
import type { OpenApiDocument } from '@tessera/federation/api/operation-shape.ts';
import { brotliCompressSync } from 'node:zlib';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Shop } from '../shop/shop.ts';
import type { LiveApi } from './rules/api.ts';
import { parsePolicy, type Policy } from './rules/csp.ts';
import type { LiveShell } from './rules/shell-contract.ts';
import { sizesOf, weighedFiles, type Sizes } from './rules/size.ts';

/** As much of a boot document as the gate asks about; a newer shop may say more. */
const Boot = z.looseObject({
  contract: z.string(),
  cdn: z.url(),
  tenant: z.looseObject({ id: z.string(), locales: z.array(z.string()) }),
  releaseSet: z.looseObject({
    remotes: z.record(
      z.string(),
      z.looseObject({ version: z.string(), routes: z.array(z.looseObject({ path: z.string() })) }),
    ),
  }),
  shell: z.object({ version: z.string() }),
});
export type Boot = z.infer<typeof Boot>;

/** A shop as it is live, with what the rules ask about. */
export interface LiveShop {
  origin: string;
  boot: Boot;
  policy: Policy;
  shells: LiveShell[];
  api: LiveApi;
  /** Sizes of the release that visitors have; undefined where there is none. */
  last: Sizes | undefined;
  /** What could not be known, and why. */
  unknown: { canaryShell?: string; sizes?: string };
}

export async function readLiveShop(shop: Shop, build: RemoteBuild): Promise<LiveShop> {
  const page = await shop.get('/', { accept: 'text/html' });
  const boot = bootOf(await page.text(), shop.origin);
  const policy = parsePolicy(page.headers.get('content-security-policy') ?? '');
  const live = await readLiveBuilds(shop);
  const [documents, canary, last] = await Promise.all([
    readApi(shop, build),
    readCanaryShell(shop),
    readSizes(shop, boot, live?.get(build.manifest.name)),
  ]);
  return {
    ...{ origin: shop.origin, boot, policy, last },
    shells: shellsOf(boot, [live?.get('shell'), canary.build]),
    api: { documentOf: (path) => documents.get(sliceOf(path) ?? '') },
    unknown: {
      ...(canary.unknown === undefined ? {} : { canaryShell: canary.unknown }),
      ...(live ? {} : { sizes: `${shop.origin}${liveBuildsPath} is not there` }),
    },
  };
}

/** The boot document that a page of a shop carries. */
export function bootOf(html: string, origin: string): Boot {
  const text = new RegExp(`<script type="application/json" id="${bootElementId}">(.*?)</script>`, 's').exec(html)?.[1];
  const parsed = Boot.safeParse(text === undefined ? undefined : JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new CliError({
    code: 'not_a_shop',
    message: `${origin}/ is no page of a shop of Tessera.`,
    fix: 'Check the address (--shop, or "shop" in tessera.config.json).',
    exit: exitCodes.unreachable,
  });
}

async function readApi(shop: Shop, { calls = [] }: RemoteBuild): Promise<Map<string, OpenApiDocument>> {
  const slices = [...new Set(calls.map(({ path }) => sliceOf(path)))].filter((slice) => slice !== undefined);
  const read = slices.map(async (slice) => {
    const document = await readJson(shop, `/api/${slice}/openapi.json`);
    return document === undefined ? [] : ([[slice, document as OpenApiDocument]] as const);
  });
  return new Map((await Promise.all(read)).flat());
}

const liveBuildsPath = '/.well-known/releases.json';

/** As much as the gate asks about of what anybody may read: the builds that visitors have. */
const LiveBuilds = z.looseObject({
  set: z.looseObject({ releases: z.record(z.string(), z.string()) }),
  releases: z.record(z.string(), z.looseObject({ build: RemoteBuild })),
});

/** By remote; undefined where the shop does not say. */
async function readLiveBuilds(shop: Shop): Promise<Map<string, RemoteBuild> | undefined> {
  const json = await readJson(shop, liveBuildsPath);
  if (json === undefined) return undefined;
  const parsed = LiveBuilds.safeParse(json);
  if (!parsed.success) throw unusable(shop.origin + liveBuildsPath, z.prettifyError(parsed.error));
  const { set, releases } = parsed.data;
  return new Map(
    Object.entries(set.releases).flatMap(([name, id]) => {
      const release = releases[id];
      return release ? [[name, release.build]] : [];
    }),
  );
}

/** The shell on its way, if any: only who may see the shell's traffic knows of it. */
async function readCanaryShell(shop: Shop): Promise<{ build?: RemoteBuild; unknown?: string }> {
  try {
    const { rollout } = await shop.call(trafficApi.traffic, { params: { remote: 'shell' } });
    if (!rollout || rollout.endedAt) return {};
    const { version } = rollout.release;
    const { build } = await shop.call(releasesApi.release, { params: { remote: 'shell', version } });
    return { build };
  } catch (error) {
    if (!(error instanceof CliError) || error.exit !== exitCodes.forbidden) throw error;
    return { unknown: error.message };
  }
}

/** The one that the page came with, the live one, and the one on its way: often one and the same. */
function shellsOf({ shell, contract: live }: Boot, builds: readonly (RemoteBuild | undefined)[]): LiveShell[] {
  const shells = new Map<string, LiveShell>([[shell.version, { version: shell.version, contract: live }]]);
  for (const build of builds) {
    if (!build) continue;
    const { version, shared, contract = live } = build;
    shells.set(version, { version, contract, ...(shared === undefined ? {} : { shared }) });
  }
  return [...shells.values()];
}

async function readSizes(shop: Shop, { cdn }: Boot, live: RemoteBuild | undefined): Promise<Sizes | undefined> {
  if (!live) return undefined;
  const files = await Promise.all(
    weighedFiles(live).map(async (path) => {
      const url = `${cdn}/${live.manifest.name}/${live.version}/${path}`;
      const answer = await shop.read(url);
      if (answer.status !== 200) throw unusable(url, String(answer.status));
      return [path, brotliBytes(new Uint8Array(await answer.arrayBuffer()))] as const;
    }),
  );
  const bytes = new Map(files);
  return sizesOf(live, (path) => bytes.get(path) ?? 0);
}

/** What a path of the shop answers; undefined where it has none. Any other answer is nothing to judge a build by. */
async function readJson(shop: Shop, path: string): Promise<unknown> {
  const answer = await shop.get(path);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw unusable(shop.origin + path, String(answer.status));
  try {
    return await answer.json();
  } catch (error) {
    throw unusable(shop.origin + path, String(error));
  }
}

const unusable = (url: string, why: string): CliError =>
  new CliError({
    code: 'shop_unreadable',
    message: `${url} did not answer with what the gate compares with: ${why}.`,
    fix: 'Ask again in a while; nothing was said about the build.',
    exit: exitCodes.unreachable,
  });

export const brotliBytes = (content: Uint8Array): number => brotliCompressSync(content).byteLength;
