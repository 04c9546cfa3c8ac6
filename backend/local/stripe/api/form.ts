import { ApiFault } from './faults.ts';

export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type FormParams = Record<string, FormValue>;

const maxDepth = 12;

/**
 * Reads `application/x-www-form-urlencoded` with nested names: `a[b]=1` is an object, `a[0]=1` and `a[]=1` are
 * lists. Objects have no prototype, so no name can reach one.
 */
export function parseForm(text: string): FormParams {
  const root = emptyNode();
  for (const [name, value] of new URLSearchParams(text)) insert(root, toPath(name), value);
  return Object.fromEntries(Object.entries(root).map(([key, node]) => [key, toValue(node)]));
}

interface Node {
  [key: string]: Node | string;
}

const emptyNode = (): Node => Object.create(null) as Node;

function toPath(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0) return [name];
  const rest = name.slice(open);
  const keys = [...rest.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? '');
  if (keys.map((key) => `[${key}]`).join('') !== rest || keys.length > maxDepth)
    throw new ApiFault({ message: `Invalid parameter name: ${name}`, param: name, beforeExecution: true });
  return [name.slice(0, open), ...keys];
}

function insert(root: Node, path: readonly string[], value: string): void {
  let node = root;
  for (const [depth, rawKey] of path.entries()) {
    const key = rawKey === '' ? String(Object.keys(node).length) : rawKey;
    if (depth === path.length - 1) {
      node[key] = value;
      return;
    }
    const next = node[key];
    if (typeof next === 'object') node = next;
    else node = node[key] = emptyNode();
  }
}

function toValue(node: Node | string): FormValue {
  if (typeof node === 'string') return node;
  const keys = Object.keys(node);
  const entries = keys.map((key) => [key, toValue(node[key] ?? '')] as const);
  if (keys.every((key, index) => key === String(index))) return entries.map(([, value]) => value);
  return Object.fromEntries(entries);
}
