import { parseAst } from 'vite';
import { isNode, literalOf, type Node, visit } from './syntax.ts';

/**
 * Which module each route loads: reads `{ id: 'work', lazy: () => import('./page.tsx') }` out of compiled code.
 *
 * @returns route id → import specifier
 */
export function routeModulesOf(code: string): Map<string, string> {
  const found = new Map<string, string>();
  visit(parseAst(code), (node) => {
    if (node['type'] !== 'ObjectExpression' || !Array.isArray(node['properties'])) return;
    const properties = node['properties'].filter(isNode);
    const id = literalOf(valueOf(properties, 'id'));
    const specifier = importedBy(valueOf(properties, 'lazy'));
    if (id !== undefined && specifier !== undefined) found.set(id, specifier);
  });
  return found;
}

function valueOf(properties: readonly Node[], name: string): Node | undefined {
  for (const { key, value } of properties)
    if (isNode(key) && (key['name'] ?? key['value']) === name && isNode(value)) return value;
  return undefined;
}

function importedBy(node: Node | undefined): string | undefined {
  let specifier: string | undefined;
  visit(node, (inner) => {
    if (inner['type'] === 'ImportExpression' && isNode(inner['source'])) specifier ??= literalOf(inner['source']);
  });
  return specifier;
}
