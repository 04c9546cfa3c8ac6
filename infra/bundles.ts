import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { SliceVersions } from '@tessera/contracts/release.ts';
import { versionedSlices, type FunctionSpec } from '../backend/functions.ts';

/** The very files that run locally: `<name>/index.mjs`, or `<name>/index.js` of a viewer function. */
export interface Bundles {
  codeOf(spec: FunctionSpec): Code;
  viewerFileOf(name: string): string;
  /** Version of the slice that a function is part of; undefined where its slice has none. */
  sliceVersionOf(name: string): string | undefined;
}

export function openBundles(distDir: string, specs: readonly FunctionSpec[]): Bundles {
  const fileOf = ({ name, kind }: FunctionSpec): string =>
    path.join(distDir, name, kind === 'viewer-function' ? 'index.js' : 'index.mjs');
  const versionsFile = path.join(distDir, 'slices.json');
  const missing = specs.filter((spec) => !existsSync(fileOf(spec))).map(({ name }) => name);
  if (missing.length === 0 && !existsSync(versionsFile)) missing.push('what has versions');
  if (missing.length > 0)
    throw new MissingBundles(`There is no bundle of ${missing.join(', ')} in ${distDir}: run "npm run build" first.`);
  const versions = SliceVersions.parse(JSON.parse(readFileSync(versionsFile, 'utf8')));
  return {
    // The source map stays out: it is larger than the code, and a cold start would fetch it each time.
    codeOf: (spec) => Code.fromAsset(path.join(distDir, spec.name), { exclude: ['*.map'] }),
    viewerFileOf: (name) => path.join(distDir, name, 'index.js'),
    sliceVersionOf(name) {
      const slice = Object.entries(versionedSlices).find(([, names]) => names.some((one) => one === name))?.[0];
      return slice === undefined ? undefined : versions[slice];
    },
  };
}

/** An expected outcome, told in one sentence. */
export class MissingBundles extends Error {}
