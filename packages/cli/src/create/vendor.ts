import path from 'node:path';
import { CliError } from '../cli-error.ts';
import type { Ports } from '../io/ports.ts';
import { readPackage } from './surroundings.ts';

/**
 * Packs Tessera's packages into a folder of the new repository, so that it installs without the repository they come
 * from and without a registry that has them.
 *
 * @returns package name → `file:` of its tarball
 */
export async function vendorPackages(
  { fs, spawn }: Ports,
  sources: string,
  folder: string,
  names: readonly string[],
): Promise<Record<string, string>> {
  const vendor = path.join(folder, 'vendor');
  await fs.mkdir(vendor, { recursive: true });
  const folders = names.map((name) => path.join(sources, 'packages', name.replace('@tessera/', '')));
  const { code, output } = await spawn('npm', ['pack', '--silent', '--pack-destination', vendor, ...folders], {
    cwd: sources,
  });
  if (code !== 0)
    throw new CliError({ code: 'pack_failed', message: `npm could not pack Tessera’s packages:\n${output.trim()}` });
  const sourcesOf = names.map(async (name, index) => {
    const version = (await readPackage(fs, folders[index] ?? ''))?.version;
    return [name, `file:vendor/${name.replace('@', '').replace('/', '-')}-${version}.tgz`] as const;
  });
  return Object.fromEntries(await Promise.all(sourcesOf));
}
