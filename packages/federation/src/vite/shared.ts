/** What shell and remotes share at run time. `react-dom/client` too: without it a remote gets a React DOM of its own. */
export const sharedModules = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'] as const;

/** Federation's name of a remote's exposed module. */
export const exposedModule = './remote';

export const reactVersion = '19.3.1';

export const buildTarget = 'es2022';

/** Short names without the plugin's counters: every file stands in the import map, and a name must be a function of its content. */
export const chunkFileNames = ({ name }: { name: string }): string =>
  name.includes('virtual_mf') ? 'assets/mf-[hash].js' : 'assets/[name]-[hash].js';

/** Options of the federation plugin that are the same on both sides. */
export const commonFederation = {
  shareStrategy: 'loaded-first',
  dts: false,
  manifest: false,
  disableSnapshot: true,
} as const;

export const sharedBy = (side: 'shell' | 'remote') =>
  Object.fromEntries(
    sharedModules.map((name) => [
      name,
      {
        singleton: true,
        requiredVersion: `^${reactVersion}`,
        ...(side === 'remote' ? { import: false as const } : {}),
      },
    ]),
  );
