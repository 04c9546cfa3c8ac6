import path from 'node:path';
import type { CommandOf } from '../args/command.ts';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Ports } from '../io/ports.ts';
import type { Ui } from '../io/ui.ts';
import { ownFolder } from '../own-version.ts';
import { configFileName } from '../project/config.ts';
import { joinPackages, type PackageJson, parsePackageJson, printPackageJson, withSources } from './package-json.ts';
import { exists, findSources, findWorkspace, isCovered, readPackage, type Workspace } from './surroundings.ts';
import { type Files, named, readTree } from './template-files.ts';
import { vendorPackages } from './vendor.ts';

export interface Created {
  folder: string;
  remote: string;
  placement: 'workspace' | 'repository';
  /** Where Tessera's packages are had from. */
  packages: 'workspace' | 'tarballs' | 'registry';
  installed: boolean;
  files: number;
}

type Request = CommandOf<'create'>;

/** Makes a remote: a folder of the workspace around it, or a repository of its own. */
export async function createRemote(request: Request, ports: Ports, ui: Ui): Promise<Created> {
  const { fs, cwd } = ports;
  const folder = path.resolve(cwd, request.remote);
  await requireEmpty(ports, folder);
  const workspace = request.ownRepository ? undefined : await findWorkspace(fs, cwd);
  const files = await filesOf(request, ports);
  if (workspace) {
    await ui.step(`Write ${request.remote}`, () => writeAll(ports, folder, configured(files, request)));
    await joinWorkspace(ports, workspace, folder);
    const placed = { placement: 'workspace', packages: 'workspace', installed: true } as const;
    return { folder, remote: nameOf(request), ...placed, files: files.size };
  }
  return createRepository(request, files, { ports, ui, folder });
}

const nameOf = ({ replace, remote }: Request): string => replace ?? remote;

async function requireEmpty({ fs }: Ports, folder: string): Promise<void> {
  const entries = await fs.readdir(folder).catch(() => []);
  if (entries.length === 0) return;
  throw new CliError({
    code: 'folder_taken',
    message: `${folder} is there already and is not empty.`,
    fix: 'Take another name, or empty the folder.',
    exit: exitCodes.conflict,
  });
}

/** The source: our template, or a copy of the remote that is replaced. */
async function filesOf(request: Request, { fs, cwd }: Ports): Promise<Files> {
  if (request.replace === undefined) {
    const template = await readTree(fs, path.join(ownFolder, 'template'));
    const route = request.route ?? `/${request.remote.replace(/^mfe-/, '')}`;
    return named(template, { remote: request.remote, route });
  }
  const sources = (await findWorkspace(fs, cwd))?.root ?? (await findSources(fs));
  const from =
    request.from === undefined ? sources && path.join(sources, request.replace) : path.resolve(cwd, request.from);
  if (from === undefined || !(await exists(fs, path.join(from, 'manifest.ts'))))
    throw new CliError({
      code: 'no_source',
      message: `The source of ${request.replace} is not ${from === undefined ? 'here' : `in ${from}`}.`,
      fix: 'Name its folder with --from: a replacement starts as a copy, because it must answer all of its routes.',
      exit: exitCodes.usage,
    });
  const files = new Map(await readTree(fs, from));
  const packageJson = parsePackageJson(files.get('package.json') ?? '{}');
  return files.set('package.json', printPackageJson({ ...packageJson, name: request.remote }));
}

function configured(files: Files, { shop }: Request): Files {
  const config = { ...(shop === undefined ? {} : { shop }) };
  return new Map([...files, [configFileName, `${JSON.stringify(config, null, 2)}\n`]]);
}

async function joinWorkspace({ fs }: Ports, { root, packageJson }: Workspace, folder: string): Promise<void> {
  const relative = path.relative(root, folder).split(path.sep).join('/');
  const workspaces = packageJson.workspaces ?? [];
  if (isCovered(workspaces, relative)) return;
  const joined: PackageJson = { ...packageJson, workspaces: [...workspaces, relative] };
  await fs.writeFile(path.join(root, 'package.json'), printPackageJson(joined));
}

interface Making {
  ports: Ports;
  ui: Ui;
  folder: string;
}

async function createRepository(request: Request, files: Files, { ports, ui, folder }: Making): Promise<Created> {
  const { fs } = ports;
  const around = named(await readTree(fs, path.join(ownFolder, 'template-repository')), { remote: '', route: '' });
  const own = joinPackages(
    parsePackageJson(files.get('package.json') ?? '{}'),
    parsePackageJson(around.get('package.json') ?? '{}'),
  );
  const all = new Map([...around, ...files]);
  all.delete('vite.config.ts');
  const sources = await findSources(fs);
  await ui.step(`Write ${request.remote}`, () => writeAll(ports, folder, configured(all, request)));
  const packages = sources === undefined ? {} : await ui.step('Pack Tessera’s packages', () => vendor(own, sources));
  const packageJson = withSources(own, (name) => packages[name]);
  await fs.writeFile(path.join(folder, 'package.json'), printPackageJson(packageJson));
  await startRepository(ports, folder);
  if (request.install) await ui.step('Install', () => install(ports, folder));
  return {
    ...{ folder, remote: nameOf(request), placement: 'repository', files: all.size, installed: request.install },
    packages: sources === undefined ? 'registry' : 'tarballs',
  };

  async function vendor(wanted: PackageJson, from: string): Promise<Record<string, string>> {
    return vendorPackages(ports, from, folder, await oursOf(ports, from, wanted));
  }
}

/** Tessera's packages that are asked for, and those that these ask for. */
async function oursOf({ fs }: Ports, sources: string, wanted: PackageJson): Promise<string[]> {
  const found = new Set<string>();
  const queue: PackageJson[] = [wanted];
  for (let next = queue.pop(); next; next = queue.pop())
    for (const name of Object.keys({ ...next.dependencies, ...next.devDependencies })) {
      if (!name.startsWith('@tessera/') || found.has(name)) continue;
      const packageJson = await readPackage(fs, path.join(sources, 'packages', name.replace('@tessera/', '')));
      if (!packageJson) continue;
      found.add(name);
      queue.push({ dependencies: packageJson.dependencies });
    }
  return [...found].sort();
}

async function writeAll({ fs }: Ports, folder: string, files: Files): Promise<void> {
  for (const [file, text] of files) {
    const target = path.join(folder, file);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.writeFile(target, text);
  }
}

/** Without git, or inside another repository, there is none to start. */
async function startRepository({ spawn }: Ports, folder: string): Promise<void> {
  const inside = await spawn('git', ['rev-parse', '--is-inside-work-tree'], { cwd: folder }).catch(() => undefined);
  if (inside && inside.code !== 0) await spawn('git', ['init', '--quiet'], { cwd: folder });
}

async function install({ spawn }: Ports, folder: string): Promise<void> {
  const { code, output } = await spawn('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder });
  if (code === 0) return;
  throw new CliError({
    code: 'install_failed',
    message: `npm install failed:\n${output.trim().split('\n').slice(-12).join('\n')}`,
    fix: `Run it again in ${folder}; the remote itself is written.`,
  });
}
