import path from 'node:path';
import { MissingBundles } from './bundles.ts';
import { createApp } from './create-app.ts';
import { readSettings } from './settings.ts';

/** `node app.ts [settings.json]`: writes the templates to `cdk.out`, offline. */
const file = process.argv[2] ?? path.join(import.meta.dirname, 'settings.example.json');
const outdir = path.join(import.meta.dirname, 'cdk.out');

try {
  const app = createApp({
    settings: readSettings(file),
    distDir: path.join(import.meta.dirname, '..', 'backend', 'dist'),
    outdir,
    validate: true,
  });
  const { stacks } = app.synth();
  for (const { stackName, environment } of stacks) console.log(`${stackName.padEnd(28)} ${environment.region}`);
  console.log(`\n${stacks.length} stacks in ${path.relative(process.cwd(), outdir)}`);
} catch (error) {
  if (!(error instanceof MissingBundles)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
