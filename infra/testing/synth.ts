import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { createApp } from '../create-app.ts';
import { allFunctions } from '../deployed-functions.ts';
import { readSettings, type Settings } from '../settings.ts';

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
}

interface Synth {
  app: App;
  stackNames: readonly string[];
  /** Throws where there is no such stack. */
  templateOf(stackName: string): Template;
  /** Of all stacks. */
  resourcesOf(type: string): (Resource & { stackName: string })[];
}

export const exampleSettings = (): Settings =>
  readSettings(path.join(import.meta.dirname, '..', 'settings.example.json'));

/** Versions of the slices that are deployed. */
export const sliceVersions = {
  catalog: '00000000000a',
  checkout: '00000000000b',
  library: '00000000000c',
  admin: '00000000000d',
};

/** A bundle for each function, of one line. */
export function writePlaceholders(distDir: string, names = allFunctions.map(({ name }) => name)): void {
  for (const { name, kind } of allFunctions.filter((spec) => names.includes(spec.name))) {
    mkdirSync(path.join(distDir, name), { recursive: true });
    const file = kind === 'viewer-function' ? 'index.js' : 'index.mjs';
    writeFileSync(path.join(distDir, name, file), `export const handler = () => '${name}';\n`);
  }
  writeFileSync(path.join(distDir, 'slices.json'), JSON.stringify(sliceVersions));
}

let example: Synth | undefined;
/** The example's, made once. */
export const cloud = (): Synth => (example ??= synth());

export function synth(overrides: Partial<Settings> = {}): Synth {
  const folder = mkdtempSync(path.join(tmpdir(), 'tessera-infra-'));
  try {
    const distDir = path.join(folder, 'dist');
    writePlaceholders(distDir);
    const settings = { ...exampleSettings(), ...overrides };
    const app = createApp({ settings, distDir, outdir: path.join(folder, 'out'), validate: false });
    return read(app);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(app: App): Synth {
  const { stacks } = app.synth();
  // Templates are read from disk when they are first asked for.
  const templates = new Map(stacks.map((stack) => [stack.stackName, Template.fromJSON(stack.template)]));
  const templateOf = (stackName: string): Template => {
    const template = templates.get(stackName);
    if (!template) throw new Error(`no stack is called ${stackName}`);
    return template;
  };
  return {
    app,
    stackNames: [...templates.keys()],
    templateOf,
    resourcesOf: (type) =>
      [...templates].flatMap(([stackName, template]) =>
        Object.values(template.findResources(type)).map((found) => ({ ...(found as Resource), stackName })),
      ),
  };
}
