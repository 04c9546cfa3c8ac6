/** What shell and remotes share at run time. `react-dom/client` too: without it a remote gets a React DOM of its own. */
export const sharedModules = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'] as const;

/** Federation's name of a remote's exposed module. */
export const exposedModule = './remote';

export const reactVersion = '19.3.1';

export const buildTarget = 'es2022';

/** Names without the federation plugin's counters: every file stands in the import map, and a name must be a function of its content. */
export const chunkFileNames = ({ name }: { name: string }): string =>
  name.includes('virtual_mf') ? 'assets/mf-[hash].js' : `assets/${name.split('~')[0]}-[hash].js`;

/** Package → range that a remote asks the page for. */
export const requiredByRemotes = (): Record<string, string> =>
  Object.fromEntries(sharedModules.map((name) => [name, `^${reactVersion}`]));

/** Package → version that a shell gives to remotes. */
export const providedByShell = (): Record<string, string> =>
  Object.fromEntries(sharedModules.map((name) => [name, reactVersion]));

/** A remote brings no copy of what is shared. */
export const sharedByRemote = () =>
  Object.fromEntries(
    Object.entries(requiredByRemotes()).map(([name, requiredVersion]) => [
      name,
      { singleton: true, requiredVersion, import: false as const },
    ]),
  );

/** React changes seldom and the shell often: a file of its own stays in the caches. */
export const reactGroup = { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ };

/**
 * What every page of a remote runs, in one file: each file of a release costs a line of integrity in each document.
 * The container stays out of it: it runs first, and what reads its shares runs once they are there.
 */
export const remoteGroups = [
  { name: 'container', test: /(?:packages|@tessera)[\\/]federation[\\/]|preload-helper/, priority: 2 },
  {
    name: 'kit',
    test: /(?:packages|@tessera)[\\/](?:remote-kit|contracts)[\\/]|react-router|icu-minify|__loadShare__/,
    priority: 1,
  },
  // What several pages share, by the pages that do; small parts join larger ones instead of becoming files of their own.
  {
    name: 'shared',
    test: /(?:packages|@tessera)[\\/]ui[\\/]|[\\/]src[\\/]shared[\\/]/,
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 12_000,
  },
];
