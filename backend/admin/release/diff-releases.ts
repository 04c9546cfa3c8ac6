import type { ReleaseDiff } from '@tessera/contracts/api/releases.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import type { z } from 'zod';

type Diff = z.infer<typeof ReleaseDiff>;

/** What a visitor is given that differs, and what the release asks of shell and slice. */
export function diffReleases(from: RemoteBuild, to: RemoteBuild): Diff {
  return {
    remote: to.manifest.name,
    from: from.version,
    to: to.version,
    files: diffFiles(from, to),
    bytes: { from: sizeOf(from), to: sizeOf(to) },
    routes: diffRoutes(from, to),
    shellContract: { from: from.manifest.shellContract, to: to.manifest.shellContract },
    slice: { from: from.manifest.slice, to: to.manifest.slice },
    sliceContract: {
      ...(from.sliceContract ? { from: from.sliceContract } : {}),
      ...(to.sliceContract ? { to: to.sliceContract } : {}),
    },
    sliceVersion: {
      ...(from.sliceVersion ? { from: from.sliceVersion } : {}),
      ...(to.sliceVersion ? { to: to.sliceVersion } : {}),
    },
    tools: diffTools(from.tools, to.tools),
  };
}

const sizeOf = ({ files }: RemoteBuild): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
const sized = ({ path, bytes }: { path: string; bytes: number }) => ({ path, bytes });

function diffFiles(from: RemoteBuild, to: RemoteBuild): Diff['files'] {
  const before = new Map(from.files.map((file) => [file.path, file]));
  const after = new Map(to.files.map((file) => [file.path, file]));
  const both = to.files.flatMap((file) => {
    const old = before.get(file.path);
    return old ? [{ old, file }] : [];
  });
  const changed = both.filter(({ old, file }) => old.integrity !== file.integrity);
  return {
    added: to.files.filter(({ path }) => !before.has(path)).map(sized),
    removed: from.files.filter(({ path }) => !after.has(path)).map(sized),
    changed: changed.map(({ old, file }) => ({ path: file.path, fromBytes: old.bytes, toBytes: file.bytes })),
    unchanged: both.length - changed.length,
  };
}

function diffRoutes(from: RemoteBuild, to: RemoteBuild): Diff['routes'] {
  const byPath = ({ manifest }: RemoteBuild) =>
    new Map(
      manifest.routes.map(({ id, path, data, access, preload }) => [
        path,
        JSON.stringify({ id, data, access, preload }),
      ]),
    );
  const [before, after] = [byPath(from), byPath(to)];
  return {
    added: [...after.keys()].filter((path) => !before.has(path)),
    removed: [...before.keys()].filter((path) => !after.has(path)),
    changed: [...after.keys()].filter((path) => before.has(path) && before.get(path) !== after.get(path)),
  };
}

const diffTools = (from: Readonly<Record<string, string>>, to: Readonly<Record<string, string>>): Diff['tools'] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].sort().flatMap((name) => {
    const [old, now] = [from[name], to[name]];
    if (old === now) return [];
    return [{ name, ...(old === undefined ? {} : { from: old }), ...(now === undefined ? {} : { to: now }) }];
  });
