import path from 'node:path';
import type { FileSystem } from '../io/ports.ts';
import { ownFolder } from '../own-version.ts';
import { parsePackageJson, type PackageJson } from './package-json.ts';

/** A workspace that holds Tessera's packages: what is made inside it needs nothing installed. */
export interface Workspace {
  root: string;
  packageJson: PackageJson;
}

/** The workspace around a folder, if it has the packages that a remote is written with. */
export async function findWorkspace(fs: FileSystem, folder: string): Promise<Workspace | undefined> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const packageJson = await readPackage(fs, at);
    if (packageJson?.workspaces && (await exists(fs, path.join(at, 'node_modules/@tessera/remote-kit'))))
      return { root: at, packageJson };
    if (at === path.dirname(at)) return undefined;
  }
}

/** The repository that this program runs from, where it runs from its source: its packages can be packed. */
export async function findSources(fs: FileSystem): Promise<string | undefined> {
  const root = path.resolve(ownFolder, '../..');
  const packageJson = await readPackage(fs, root);
  return packageJson?.workspaces?.includes('packages/*') && !ownFolder.includes(`${path.sep}node_modules${path.sep}`)
    ? root
    : undefined;
}

/** Whether npm takes a folder, relative to the root, for one of the workspaces. */
export const isCovered = (patterns: readonly string[], folder: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('/*')
      ? path.posix.dirname(folder) === pattern.slice(0, -2)
      : path.posix.normalize(pattern) === folder,
  );

export const readPackage = async (fs: FileSystem, folder: string): Promise<PackageJson | undefined> => {
  const text = await fs.readFile(path.join(folder, 'package.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parsePackageJson(text);
};

export const exists = (fs: FileSystem, file: string): Promise<boolean> =>
  fs.stat(file).then(
    () => true,
    () => false,
  );
