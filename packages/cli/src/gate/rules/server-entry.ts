import { isNode, literalOf, visit } from '@tessera/federation/vite/syntax.ts';
import { parseAst } from 'vite';
import { type Finding, warning } from '../finding.ts';

/**
 * What keeps a server entry from being rendered: it runs by itself in a realm without modules. A warning, because its
 * pages are there without it, and begin with a skeleton.
 */
export function serverEntryFindings(path: string, text: string): Finding[] {
  const imported = new Set<string>();
  visit(parseAst(text), (node) => {
    const { type, source } = node;
    if (!/^(?:Import(?:Declaration|Expression)|Export(?:Named|All)Declaration)$/.test(String(type)) || !isNode(source))
      return;
    const name = literalOf(source);
    // By a name that is made at run time: mostly what only a browser comes to.
    if (name !== undefined) imported.add(name);
  });
  if (imported.size === 0) return [];
  return [
    warning('server-entry-imports', {
      what: `The server entry imports ${[...imported].sort().join(', ')}, which is not there where it is rendered: a page that needs it begins with a skeleton.`,
      where: path,
      fix: 'Leave it out of what src/server.tsx reaches; `tessera build` puts everything else into the one file.',
    }),
  ];
}
