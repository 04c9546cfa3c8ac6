import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { allowedBytes, type ByteBudget } from '../budget.ts';
import { type Finding, note, refusal } from '../finding.ts';

/** Bytes after brotli of what is loaded: before any page, and for each page beyond that. */
export interface Sizes {
  version: string;
  entry: number;
  /** By address pattern. */
  routes: Readonly<Record<string, number>>;
}

/** @param bytesOf brotli bytes of a file of the build */
export function sizesOf(build: RemoteBuild, bytesOf: (path: string) => number): Sizes {
  const sum = (paths: readonly string[]): number => [...new Set(paths)].reduce((all, path) => all + bytesOf(path), 0);
  const [words = []] = Object.values(build.preloadByLocale);
  const entry = [build.entry, ...build.preload, ...words, ...build.css];
  return {
    version: build.version,
    entry: sum(entry),
    routes: Object.fromEntries(
      build.manifest.routes.map(({ path, preload }) => [path, sum(preload.filter((file) => !entry.includes(file)))]),
    ),
  };
}

/** Files that {@link sizesOf} weighs. */
export const weighedFiles = (build: RemoteBuild): string[] => [
  ...new Set([
    ...[build.entry, ...build.preload, ...build.css],
    ...(Object.values(build.preloadByLocale)[0] ?? []),
    ...build.manifest.routes.flatMap(({ preload }) => preload),
  ]),
];

export function sizeFindings(now: Sizes, last: Sizes | undefined, budget: ByteBudget): Finding[] {
  if (!last)
    return [note('size-first', 'There is no release to compare sizes with: this is the first.', 'byte budget')];
  const grown = (where: string, before: number, after: number): Finding[] => {
    const limit = allowedBytes(before, budget);
    if (after <= limit) return [];
    return [
      refusal('size', {
        what: `${where} comes to ${after} B brotli, ${last.version} to ${before} B; up to ${limit} B is allowed.`,
        where,
        fix: 'Look at what was added (`tessera diff`), load it later, or allow more: --budget 20%,10kB.',
      }),
    ];
  };
  const routes = Object.entries(now.routes).flatMap(([path, after]) => {
    const before = last.routes[path];
    return before === undefined ? [] : grown(`page ${path}`, before, after);
  });
  return [...grown('entry', last.entry, now.entry), ...routes];
}
