import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A release's version: `TESSERA_VERSION`, else the package's own. A variant appends what its `version` file says,
 * e.g. `-lumen.1`.
 */
export async function versionOf(root: string, variant?: string): Promise<string> {
  const own = process.env['TESSERA_VERSION'] ?? (await packageVersion(root));
  if (variant === undefined) return own;
  const suffix = await readFile(path.join(root, 'src/variants', variant, 'version'), 'utf8');
  return `${own}${suffix.trim()}`;
}

export async function packageVersion(folder: string): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string')
    return parsed.version;
  throw new Error(`${folder}/package.json names no version`);
}
