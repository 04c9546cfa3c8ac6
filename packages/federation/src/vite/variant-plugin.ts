import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Lets `src/variants/<variant>/x.tsx` stand in for `src/x.tsx`; a variant's own files import the originals as usual. */
export function variantPlugin(root: string, variant: string): Plugin {
  const source = path.join(root, 'src') + path.sep;
  const replacements = path.join(source, 'variants', variant) + path.sep;
  return {
    name: 'tessera:variant',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (!resolved || resolved.external) return resolved;
      const [file = '', query] = resolved.id.split('?');
      if (!file.startsWith(source) || file.startsWith(replacements) || importer?.startsWith(replacements))
        return resolved;
      const replacement = replacements + file.slice(source.length);
      if (!(await exists(replacement))) return resolved;
      return { ...resolved, id: query === undefined ? replacement : `${replacement}?${query}` };
    },
  };
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
