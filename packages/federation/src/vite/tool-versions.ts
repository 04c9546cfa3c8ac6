import { createRequire } from 'node:module';
import path from 'node:path';
import { packageVersion } from './version.ts';

const tools = ['vite', '@module-federation/vite', 'react', 'react-dom'] as const;

/** What a release was built with, for the gate that lets old and new meet. */
export async function toolVersions(): Promise<Record<string, string>> {
  const require = createRequire(import.meta.url);
  const entries = await Promise.all(
    tools.map(async (name) => {
      const folders = require.resolve.paths(name) ?? [];
      for (const folder of folders) {
        const version = await packageVersion(path.join(folder, name)).catch(() => undefined);
        if (version !== undefined) return [name, version] as const;
      }
      throw new Error(`${name} is not installed`);
    }),
  );
  return Object.fromEntries(entries);
}
