import { parseAst } from 'vite';
import { isNode, literalOf, type Node, visit } from './syntax.ts';

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Operations that compiled code calls by a literal path: `api.POST('/api/cart', …)` of the typed client, `useRouteData`
 * and a page head's `data`, and `fetch` of the shell.
 *
 * @returns such as `post /api/cart`
 */
export function callsOf(code: string): string[] {
  const found: string[] = [];
  visit(parseAst(code), (node) => {
    if (node['type'] !== 'CallExpression' || !Array.isArray(node['arguments'])) return;
    const [first, second] = node['arguments'].filter(isNode);
    const path = literalOf(first);
    const method = path?.startsWith('/api/') ? methodOf(nameOf(node['callee']), second) : undefined;
    if (path !== undefined && method !== undefined) found.push(`${method} ${path.split('?')[0]}`);
  });
  return found;
}

function methodOf(callee: string | undefined, init: Node | undefined): string | undefined {
  if (callee === undefined) return undefined;
  if (methods.has(callee)) return callee.toLowerCase();
  if (callee === 'fetch') return methodIn(init);
  return callee === 'useRouteData' || callee === 'data' || callee === 'readData' ? 'get' : undefined;
}

/** `{ method: 'POST' }` of a request; `GET` where it says none. */
function methodIn(init: Node | undefined): string {
  const properties = Array.isArray(init?.['properties']) ? init['properties'].filter(isNode) : [];
  const method = properties.find(({ key }) => isNode(key) && (key['name'] ?? key['value']) === 'method');
  return (isNode(method?.['value']) ? literalOf(method['value']) : undefined)?.toLowerCase() ?? 'get';
}

/** The last name of what is called: of `a.b.POST` it is `POST`. */
function nameOf(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined;
  const name = callee['type'] === 'MemberExpression' ? callee['property'] : callee;
  if (callee['type'] === 'SequenceExpression' && Array.isArray(callee['expressions']))
    return nameOf(callee['expressions'].at(-1));
  return isNode(name) && typeof name['name'] === 'string' ? name['name'] : undefined;
}
