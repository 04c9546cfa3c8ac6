/** Builds what changed: function bundles by esbuild, then shell and remotes by Vite, two at a time. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { functions } from '../backend/functions.ts';
import { bundleAll } from './lib/bundle-functions.ts';
import { cached } from './lib/build-cache.ts';
import { withBuildLock } from './lib/build-lock.ts';
import { pairWithSlice, readSliceVersions } from './lib/pair-with-slice.ts';
import { printFailure, step, StepError } from './lib/progress.ts';
import { root } from './lib/root.ts';
import { runScript } from './lib/run.ts';

const shared = ['packages/contracts', 'packages/commerce', 'package-lock.json'];
const frontend = [...shared, 'packages/federation', 'packages/remote-kit', 'packages/ui'];

/** Front-ends: the folder, and for a tenant team's own release of a remote its variant. */
export const frontends: readonly { dir: string; variant?: string }[] = [
  { dir: 'shell' },
  { dir: 'mfe-catalog' },
  { dir: 'mfe-catalog', variant: 'lumen' },
  { dir: 'mfe-checkout' },
  { dir: 'mfe-library' },
  { dir: 'mfe-admin' },
  { dir: 'mfe-ai-support' },
];

export const outDirOf = (one: { dir: string; variant?: string }): string =>
  `${one.dir}/${one.variant ? `dist-${one.variant}` : 'dist'}`;

/** The builds a tenant's releases are made from: a variant of its own stands in for the common one. */
export const distsOf = (tenantId: string): string[] => {
  const own = frontends.filter((one) => one.variant === tenantId && isPresent(one));
  const common = frontends.filter(({ dir, variant }) => !variant && !own.some((one) => one.dir === dir));
  return [...common, ...own].filter(isPresent).map(outDirOf);
};

const isPresent = ({ dir, variant }: (typeof frontends)[number]): boolean =>
  existsSync(path.join(root, dir, variant ? `src/variants/${variant}/version` : 'vite.config.ts'));

/** Builds everything that changed; prints a step each. */
export const buildAll = (): Promise<void> => withBuildLock(buildChanged);

async function buildChanged(): Promise<void> {
  await step('Bundle functions', () =>
    cached('functions', [...shared, 'backend', 'scripts/lib/bundle-functions.ts'], 'backend/dist', async () => {
      await bundleAll(functions.filter((spec) => existsSync(path.join(root, 'backend', spec.entry))));
    }),
  );
  // One folder's builds share the plugin's scratch files, so they take turns.
  const waiting = [...Map.groupBy(frontends.filter(isPresent), ({ dir }) => dir).values()];
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) for (const one of next) await buildFrontend(one);
    }),
  );
  // A variant is a tenant team's own, and a team ships front-ends alone.
  const versions = await readSliceVersions();
  for (const one of frontends.filter((one) => one.variant === undefined && isPresent(one))) {
    const own = await versionOf(one.dir);
    await pairWithSlice(outDirOf(one), versions, (both) => `${own}-s${both}`);
  }
}

async function versionOf(dir: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, dir, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function buildFrontend(one: { dir: string; variant?: string }): Promise<void> {
  const name = one.variant ? `${one.dir} (${one.variant})` : one.dir;
  await step(`Build ${name}`, () =>
    cached(
      outDirOf(one).replaceAll('/', '-'),
      [...frontend, one.dir],
      `${outDirOf(one)}/tessera.json`,
      async (hash) => {
        const args = [one.dir, ...(one.variant ? ['--variant', one.variant] : [])];
        const { code, output } = await runScript('packages/federation/src/vite/build-cli.ts', args, {
          // A version names its source, so that a changed build is a new release and never an overwritten one.
          env: { TESSERA_VERSION: `${await versionOf(one.dir)}-s${hash.slice(0, 10)}` },
        });
        if (code !== 0)
          throw new StepError(
            output.trim().split('\n').slice(-25).join('\n'),
            `Run \`node packages/federation/src/vite/build-cli.ts ${args.join(' ')}\` to see it whole.`,
          );
      },
    ),
  );
}

if (import.meta.main) {
  await buildAll().catch((error: unknown) => {
    printFailure(error);
    process.exitCode = 1;
  });
}
