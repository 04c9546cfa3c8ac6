import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { SliceVersions } from '@tessera/contracts/release.ts';
import { toSliceRef } from '@tessera/contracts/slice-ref.ts';
import { versionedSlices } from '../functions.ts';

/** Bundles of slices as they were, so that a page of an earlier release is answered by what it was built with. */
export interface SliceShelf {
  /** Slice → version that stands. */
  current(): Readonly<Record<string, string>>;
  /** Version of its slice that a function stands as; undefined where its slice has none. */
  versionOf(name: string): string | undefined;
  /** Bundle of a function as an earlier version; undefined where that version stands, or is not kept. */
  bundleOf(name: string, version: string): string | undefined;
  /** Puts what stands on the shelf: the next build replaces it. */
  keep(): void;
  /** Takes off the shelf what neither stands nor is among the references. */
  retain(refs: ReadonlySet<string>): void;
}

export function createSliceShelf({ distDir, folder }: { distDir: string; folder: string }): SliceShelf {
  const sliceOfFunction = new Map<string, string>(
    Object.entries(versionedSlices).flatMap(([slice, names]) => names.map((name) => [name, slice] as const)),
  );
  let versions: Readonly<Record<string, string>> | undefined;
  const current = () => (versions ??= readSliceVersions(distDir));

  const versionOf = (name: string) => current()[sliceOfFunction.get(name) ?? ''];

  return {
    current,
    versionOf,
    bundleOf(name, version) {
      const slice = sliceOfFunction.get(name);
      if (slice === undefined || versionOf(name) === version) return undefined;
      const bundle = path.join(folder, slice, version, name, 'index.mjs');
      return existsSync(bundle) ? bundle : undefined;
    },
    keep() {
      versions = undefined;
      for (const [slice, version] of Object.entries(current())) {
        const kept = path.join(folder, slice, version);
        if (existsSync(kept)) continue;
        rmSync(`${kept}.new`, { recursive: true, force: true });
        mkdirSync(`${kept}.new`, { recursive: true });
        for (const [name, of] of sliceOfFunction)
          if (of === slice) cpSync(path.join(distDir, name, 'index.mjs'), path.join(`${kept}.new`, name, 'index.mjs'));
        renameSync(`${kept}.new`, kept);
      }
    },
    retain(refs) {
      for (const slice of namesIn(folder))
        for (const version of namesIn(path.join(folder, slice)))
          if (current()[slice] !== version && !refs.has(toSliceRef(slice, version)))
            rmSync(path.join(folder, slice, version), { recursive: true, force: true });
    },
  };
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Slice → version of what was built last. None where functions were built without: tests run some of their own. */
export function readSliceVersions(distDir: string): Readonly<Record<string, string>> {
  const file = path.join(distDir, 'slices.json');
  return existsSync(file) ? SliceVersions.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}
