import type { Plugin, PluginOption } from 'vite';

type Hooks = Pick<Plugin, 'name' | 'load' | 'moduleParsed'>;

/**
 * Makes the federation plugin wait for the whole module graph before it writes down which exports of a shared module are
 * used. It waits for modules that it has seen start; under Rolldown an import is seen only when its file is read, so on a
 * busy machine 10 ms without a read looked like the end, and the build failed with MISSING_EXPORT. Here each import counts
 * as started as soon as its importer is parsed.
 *
 * @param plugins what `federation()` of `@module-federation/vite` 1.23.0 returns
 */
export function waitForWholeGraph(plugins: PluginOption): PluginOption {
  const all = [plugins].flat(Infinity as 1) as Hooks[];
  const start = all.find(({ name }) => name === 'parseStart');
  const end = all.find(({ name }) => name === 'parseEnd');
  if (typeof start?.load !== 'function' || typeof end?.moduleParsed !== 'function')
    throw new Error(
      'The federation plugin tracks its graph otherwise than 1.23.0 does: check whether this wait is still needed.',
    );
  const { load } = start;
  const { moduleParsed } = end;
  end.moduleParsed = function (module) {
    for (const id of [...module.importedIds, ...module.dynamicallyImportedIds])
      if (isParsed(id)) void load.call(this as never, id);
    return moduleParsed.call(this, module);
  };
  return plugins;
}

/** Bundler runtime and what stays outside of the bundle are never parsed, so nobody may wait for them. */
const isParsed = (id: string) => !id.startsWith('\0rolldown') && !/^(?:node|https?|data):/.test(id);
