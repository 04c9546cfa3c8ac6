/** Builds what changed: function bundles by esbuild, then shell and remotes by Vite, two at a time. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { functions } from '../backend/functions.ts';
import { bundleAll } from './lib/bundle-functions.ts';
import { cached } from './lib/build-cache.ts';
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

/** Builds everything that changed; prints a step each. */
export async function buildAll(): Promise<void> {
  await step('Bundle functions', () =>
    cached('functions', [...shared, 'backend', 'scripts/lib/bundle-functions.ts'], 'backend/dist', async () => {
      await bundleAll(functions.filter((spec) => existsSync(path.join(root, 'backend', spec.entry))));
    }),
  );
  const waiting = frontends.filter((one) => existsSync(path.join(root, one.dir, 'vite.config.ts')));
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await buildFrontend(next);
    }),
  );
}

async function buildFrontend(one: { dir: string; variant?: string }): Promise<void> {
  const name = one.variant ? `${one.dir} (${one.variant})` : one.dir;
  await step(`Build ${name}`, () =>
    cached(outDirOf(one).replaceAll('/', '-'), [...frontend, one.dir], `${outDirOf(one)}/tessera.json`, async () => {
      const args = [one.dir, ...(one.variant ? ['--variant', one.variant] : [])];
      const { code, output } = await runScript('packages/federation/src/vite/build-cli.ts', args);
      if (code !== 0)
        throw new StepError(
          output.trim().split('\n').slice(-25).join('\n'),
          `Run \`node packages/federation/src/vite/build-cli.ts ${args.join(' ')}\` to see it whole.`,
        );
    }),
  );
}

if (import.meta.main) {
  await buildAll().catch((error: unknown) => {
    printFailure(error);
    process.exitCode = 1;
  });
}
