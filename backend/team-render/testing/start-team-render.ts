import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentOf } from '../../local/function-environment.ts';
import { createLogBook } from '../../local/runtime/log-book.ts';
import { createRuntime, type Runtime } from '../../local/runtime/runtime.ts';
import { functions, type FunctionSpec } from '../../functions.ts';
import { nodeOptions } from '../env.ts';

export interface TeamRender {
  runtime: Runtime;
  stop(): Promise<void>;
}

/** The function as it runs on one machine: its bundle, in processes under Node's permissions. */
export async function startTeamRender(changes: Partial<FunctionSpec> = {}): Promise<TeamRender> {
  const distDir = mkdtempSync(path.join(tmpdir(), 'team-render-'));
  await build({
    entryPoints: [path.join(import.meta.dirname, '..', 'lambda.ts')],
    outfile: path.join(distDir, 'team-render', 'index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    keepNames: true,
    logLevel: 'error',
  });
  const spec = functions.find(({ name }) => name === 'team-render');
  if (!spec) throw new Error('there is no team-render');
  const runtime = createRuntime({
    functions: [{ ...spec, ...changes }],
    distDir,
    region: 'eu-central-1',
    environmentsPerFunction: 2,
    envOf: (one) =>
      environmentOf(one, { NODE_OPTIONS: nodeOptions, AWS_SECRET_ACCESS_KEY: 'secret', NODE_ENV: 'production' }),
    logs: createLogBook(),
  });
  return {
    runtime,
    async stop() {
      await runtime.close();
      rmSync(distDir, { recursive: true });
    },
  };
}
