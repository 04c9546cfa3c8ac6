import path from 'node:path';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { FileSystem } from '../io/ports.ts';

export const configFileName = 'tessera.config.json';

/** `tessera.config.json`, beside a remote or in a folder above it. */
export const ProjectConfig = z.strictObject({
  $schema: z.string().optional(),
  /** The shop that commands speak to where none is named. */
  shop: z.url({ protocol: /^https?$/ }).optional(),
  /** Limit of growth, such as `10%,5kB`. */
  budget: z.string().optional(),
  check: z
    .strictObject({
      /** Pages to open besides those whose address has no parameter. */
      paths: z.array(z.string().startsWith('/')).default([]),
    })
    .optional(),
});
export type ProjectConfig = z.infer<typeof ProjectConfig>;

/** The nearest configuration at or above a folder; an empty one where there is none. */
export async function readConfig(fs: FileSystem, folder: string): Promise<ProjectConfig> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const file = path.join(at, configFileName);
    const text = await fs.readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return parseConfig(text, file);
    if (at === path.dirname(at)) return {};
  }
}

function parseConfig(text: string, file: string): ProjectConfig {
  const parsed = ProjectConfig.safeParse(toJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CliError({
    code: 'config_malformed',
    message: `${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is not JSON'}`,
    exit: exitCodes.usage,
  });
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
