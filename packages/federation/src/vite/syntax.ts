/** A node of a syntax tree, as ESTree has them. */
export type Node = Record<string, unknown>;

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Calls `each` for every node of a tree, parents first. */
export function visit(value: unknown, each: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each);
  else if (isNode(value)) {
    each(value);
    for (const child of Object.values(value)) if (isNode(child)) visit(child, each);
  }
}

/** The text of a string literal, or of a template without values. */
export function literalOf(node: Node | undefined): string | undefined {
  if (typeof node?.['value'] === 'string') return node['value'];
  const { quasis, expressions } = node ?? {};
  if (!Array.isArray(quasis) || !Array.isArray(expressions) || expressions.length > 0) return undefined;
  const [only] = quasis.filter(isNode);
  return isNode(only?.['value']) && typeof only['value']['cooked'] === 'string' ? only['value']['cooked'] : undefined;
}
