import { contentTypeProblem } from './content-types.ts';
import { filePathProblem } from './file-path.ts';
import { releaseLimits } from './release-limits.ts';
import type { RemoteBuild } from './release.ts';
import { ownedSegmentOf, routePathProblem, standardOwnerOf } from './reserved-paths.ts';
import { ContractRange, SemVer } from './semver.ts';
import { remoteNameProblem, standardRemotes } from './standard-remotes.ts';

/** What is wrong, and where: `files.3.path`. */
export interface FieldProblem {
  path: string;
  message: string;
}

/**
 * All that is wrong with a build's own account of itself, element by element; empty for a sound one. It is the same
 * check before a publish and at the registry. What only the registry knows (other remotes' routes, rights, limits of a
 * shop) and the bytes themselves are checked there.
 */
export const problemsOfBuild = (build: RemoteBuild): FieldProblem[] => [
  ...identityProblems(build),
  ...routeProblems(build),
  ...fileProblems(build),
  ...referenceProblems(build),
];

function identityProblems({ manifest, version, sliceContract }: RemoteBuild): FieldProblem[] {
  const standard = standardRemotes.find(({ name }) => name === manifest.name);
  const isShell = manifest.name === 'shell';
  return [
    ...at('manifest.name', remoteNameProblem(manifest.name)),
    ...at('version', SemVer.safeParse(version).success ? undefined : semVerProblem),
    ...at('manifest.shellContract', rangeProblem(manifest.shellContract)),
    ...at('sliceContract.range', sliceContract && rangeProblem(sliceContract.range)),
    ...at('manifest.locales', manifest.locales.length === 0 ? 'names no language' : undefined),
    ...at(
      'manifest.slot',
      standard && standard.slot !== manifest.slot
        ? `is not ${standard.slot}, the place of ${manifest.name}`
        : !standard && !isShell && manifest.slot !== 'main'
          ? 'is not main: only remotes that every shop has stand elsewhere'
          : undefined,
    ),
  ];
}

const semVerProblem = 'is not a semantic version like 1.4.0 or 2.0.0-rc.1, without build metadata';
const rangeProblem = (range: string): string | undefined =>
  ContractRange.safeParse(range).success ? undefined : 'is not a range like ^1.2.0 or an exact version';

function routeProblems({ manifest }: RemoteBuild): FieldProblem[] {
  const { name, routes } = manifest;
  const found = routes.length > releaseLimits.routes ? `has more than ${releaseLimits.routes} routes` : undefined;
  const ids = new Set<string>();
  const shapes = new Map<string, string>();
  return [
    ...at('manifest.routes', found),
    ...at(
      'manifest.routes',
      routes.length > 0 && name === 'shell' ? 'must be empty: the shell has no pages' : undefined,
    ),
    ...routes.flatMap(({ id, path, nav }, index) => {
      const field = `manifest.routes.${index}`;
      const shape = path.toLowerCase().replaceAll(/:[a-z0-9]+/g, ':');
      const same = shapes.get(shape);
      shapes.set(shape, same ?? path);
      const isKnown = ids.has(id);
      ids.add(id);
      return [
        ...at(
          `${field}.id`,
          isKnown ? `is used twice: ${id}` : /^[a-z0-9][a-z0-9-]{0,59}$/i.test(id) ? undefined : 'is not a word',
        ),
        ...at(
          `${field}.path`,
          routePathProblem(path) ?? ownerProblem(name, path) ?? (same && `means the same as ${same}`),
        ),
        ...at(`${field}.nav`, nav && /[:*]/.test(path) ? 'is for a path without parameters' : undefined),
      ];
    }),
  ];
}

/** Addresses of the remotes that every shop has stay theirs, whether or not a shop has them live. */
function ownerProblem(name: string, path: string): string | undefined {
  const owner = standardOwnerOf(path);
  if (owner !== undefined && owner !== name) return `claims /${ownedSegmentOf(path)}, which belongs to ${owner}`;
  if (name === 'mfe-admin' && owner !== name) return 'is outside /admin, where the console stands';
  return undefined;
}

function fileProblems({ files }: RemoteBuild): FieldProblem[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const seen = new Map<string, string>();
  return [
    ...at('files', files.length === 0 ? 'is empty' : undefined),
    ...at(
      'files',
      files.length > releaseLimits.files ? `are more than ${releaseLimits.files}: ${files.length}` : undefined,
    ),
    ...at(
      'files',
      total > releaseLimits.totalBytes
        ? `come to ${total} bytes; at most ${releaseLimits.totalBytes} are taken`
        : undefined,
    ),
    ...files.flatMap(({ path, bytes, contentType }, index) => {
      const field = `files.${index}`;
      const folded = path.toLowerCase();
      const twin = seen.get(folded);
      seen.set(folded, twin ?? path);
      return [
        ...at(`${field}.path`, filePathProblem(path) ?? twinProblem(path, twin) ?? ownNameProblem(path)),
        ...at(
          `${field}.bytes`,
          bytes > releaseLimits.fileBytes ? `is ${bytes}; at most ${releaseLimits.fileBytes} are taken` : undefined,
        ),
        ...at(`${field}.contentType`, contentTypeProblem(path, contentType)),
      ];
    }),
  ];
}

function twinProblem(path: string, twin: string | undefined): string | undefined {
  if (twin === undefined) return undefined;
  return twin === path ? `is listed twice: ${path}` : `differs from ${twin} by case alone`;
}

const ownNameProblem = (path: string): string | undefined =>
  path === 'tessera.json' ? 'is the description itself, which is no file of the release' : undefined;

/** Every file the build refers to by name must be among its files, or a page would preload what has no hash. */
function referenceProblems(build: RemoteBuild): FieldProblem[] {
  const listed = new Set(build.files.map(({ path }) => path));
  const isShell = build.manifest.name === 'shell';
  const check = (field: string, path: string | undefined, kind: 'script' | 'style'): FieldProblem[] => {
    if (path === undefined) return [];
    if (!listed.has(path)) return at(field, `is not among the files: ${path}`);
    const fits = kind === 'script' ? /\.m?js$/.test(path) : path.endsWith('.css');
    return at(field, fits ? undefined : `is no ${kind}: ${path}`);
  };
  return [
    ...check('entry', build.entry, 'script'),
    ...build.preload.flatMap((path, index) => check(`preload.${index}`, path, 'script')),
    ...build.css.flatMap((path, index) => check(`css.${index}`, path, 'style')),
    ...Object.entries(build.preloadByLocale).flatMap(([locale, paths]) =>
      paths.flatMap((path, index) => check(`preloadByLocale.${locale}.${index}`, path, 'script')),
    ),
    ...build.manifest.routes.flatMap(({ preload }, route) =>
      preload.flatMap((path, index) => check(`manifest.routes.${route}.preload.${index}`, path, 'script')),
    ),
    ...check('serverEntry', build.serverEntry, 'script'),
    ...at('serverEntry', serverEntryProblem(build)),
    ...check('serviceWorker', build.serviceWorker, 'script'),
    ...at('serviceWorker', build.serviceWorker !== undefined && !isShell ? 'is the shell’s alone' : undefined),
  ];
}

function serverEntryProblem({ serverEntry, files }: RemoteBuild): string | undefined {
  const bytes = files.find(({ path }) => path === serverEntry)?.bytes ?? 0;
  const { serverEntryBytes: most } = releaseLimits;
  return bytes > most ? `has ${bytes} bytes; at most ${most} are taken, for each render is given all of it` : undefined;
}

const at = (path: string, message: string | undefined | false): FieldProblem[] => (message ? [{ path, message }] : []);

/** A remote and the addresses it answers. */
export interface RemoteRoutes {
  remote: string;
  routes: readonly { path: string }[];
}

/** Whether a remote's addresses belong to another one; `own` may be among the others, and then stands for itself. */
export function routeConflicts(
  own: RemoteRoutes,
  others: readonly RemoteRoutes[],
): (FieldProblem & { remote: string })[] {
  const owners = new Map<string, string>();
  for (const { remote, routes } of others)
    if (remote !== own.remote) for (const { path } of routes) owners.set(ownedSegmentOf(path), remote);
  return own.routes.flatMap(({ path }, index) => {
    const segment = ownedSegmentOf(path);
    const remote = owners.get(segment);
    if (remote === undefined) return [];
    return [
      { path: `manifest.routes.${index}.path`, message: `claims /${segment}, which belongs to ${remote}`, remote },
    ];
  });
}
