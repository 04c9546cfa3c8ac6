import path from 'node:path';
import type { Plugin } from 'vite';

export interface LiveRemote {
  name: string;
  /** Absolute. */
  folder: string;
}

/** Address of the entry of a remote that is served as source. */
export const liveEntryOf = (name: string): string => `/@tessera/${name}.js`;

/**
 * The container of a remote whose modules come from the same server as the shell's: there is one React, so the share
 * scope is of no concern to it.
 */
export function livePlugin({ name, folder }: LiveRemote): Plugin {
  const address = liveEntryOf(name);
  const id = `\0${address}`;
  return {
    name: 'tessera:live',
    resolveId: (source) => (source === address ? id : null),
    load: (loaded) =>
      loaded === id
        ? [
            `export const init = () => undefined;`,
            `export async function get() {`,
            `  const exposed = await import(${JSON.stringify(path.join(folder, 'src/remote.tsx'))});`,
            `  return () => exposed;`,
            `}`,
          ].join('\n')
        : null,
  };
}
