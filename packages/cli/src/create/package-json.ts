import { z } from 'zod';

/** As much of a `package.json` as is read or written here; the rest is kept. */
export const PackageJson = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  scripts: z.record(z.string(), z.string()).optional(),
  workspaces: z.array(z.string()).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
});
export type PackageJson = z.infer<typeof PackageJson>;

export const parsePackageJson = (text: string): PackageJson => PackageJson.parse(JSON.parse(text));
export const printPackageJson = (value: PackageJson): string => `${JSON.stringify(value, null, 2)}\n`;

/** One package of two: `over` wins, and their dependencies are joined. */
export const joinPackages = (base: PackageJson, over: PackageJson): PackageJson => ({
  ...base,
  ...over,
  ...(base.scripts || over.scripts ? { scripts: { ...base.scripts, ...over.scripts } } : {}),
  dependencies: sorted({ ...base.dependencies, ...over.dependencies }),
  devDependencies: sorted({ ...base.devDependencies, ...over.devDependencies }),
});

/** Says where each package of Tessera is had from. */
export function withSources(value: PackageJson, sourceOf: (name: string) => string | undefined): PackageJson {
  const map = (dependencies: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(dependencies).map(([name, range]) => [name, sourceOf(name) ?? range]));
  return { ...value, dependencies: map(value.dependencies), devDependencies: map(value.devDependencies) };
}

const sorted = (record: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
