import { releasesApi } from '@tessera/contracts/api/releases.ts';
import { trafficApi } from '@tessera/contracts/api/traffic.ts';
import { bootElementId } from '@tessera/contracts/elements.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { sliceOf } from '@tessera/contracts/slices.ts';
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
  /** Why something could not be known. */
  unknown: string | undefined;
}

export async function readLiveShop(shop: Shop, build: RemoteBuild): Promise<LiveShop> {
  const page = await shop.get('/', { accept: 'text/html' });
  const boot = bootOf(await page.text(), shop.origin);
  const policy = parsePolicy(page.headers.get('content-security-policy') ?? '');
  const [documents, records] = await Promise.all([readApi(shop, build), readRecords(shop, boot, build)]);
  return {
    ...{ origin: shop.origin, boot, policy },
    api: { documentOf: (path) => documents.get(sliceOf(path) ?? '') },
    ...records,
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
    const answer = await shop.get(`/api/${slice}/openapi.json`);
    return answer.ok ? ([[slice, (await answer.json()) as OpenApiDocument]] as const) : [];
  });
  return new Map((await Promise.all(read)).flat());
}

type Records = Pick<LiveShop, 'shells' | 'last' | 'unknown'>;

/** What only the registry knows: which shells visitors may get, and what the release before consists of. */
async function readRecords(shop: Shop, boot: Boot, build: RemoteBuild): Promise<Records> {
  const shell: LiveShell = { version: boot.shell.version, contract: boot.contract };
  try {
    const last = boot.releaseSet.remotes[build.manifest.name]?.version;
    const [shells, sizes] = await Promise.all([
      readShells(shop, shell),
      last === undefined ? undefined : readSizes(shop, boot, build.manifest.name, last),
    ]);
    return { shells, last: sizes, unknown: undefined };
  } catch (error) {
    if (!(error instanceof CliError) || error.exit === exitCodes.unreachable) throw error;
    return { shells: [shell], last: undefined, unknown: error.message };
  }
}

async function readShells(shop: Shop, live: LiveShell): Promise<LiveShell[]> {
  const { rollout } = await shop.call(trafficApi.traffic, { params: { remote: 'shell' } });
  const versions = [live.version, ...(rollout && !rollout.endedAt ? [rollout.release.version] : [])];
  return Promise.all(
    [...new Set(versions)].map(async (version) => {
      const { build } = await shop.call(releasesApi.release, { params: { remote: 'shell', version } });
      const { shared, contract = live.contract } = build;
      return { version, contract, ...(shared === undefined ? {} : { shared }) };
    }),
  );
}

async function readSizes(shop: Shop, boot: Boot, remote: string, version: string): Promise<Sizes> {
  const { build } = await shop.call(releasesApi.release, { params: { remote, version } });
  const files = await Promise.all(
    weighedFiles(build).map(async (path) => {
      const answer = await shop.read(`${boot.cdn}/${remote}/${version}/${path}`);
      return [path, brotliBytes(new Uint8Array(await answer.arrayBuffer()))] as const;
    }),
  );
  const bytes = new Map(files);
  return sizesOf(build, (path) => bytes.get(path) ?? 0);
}

export const brotliBytes = (content: Uint8Array): number => brotliCompressSync(content).byteLength;
