import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export interface PageElement {
  name: string;
  attrs: Record<string, string>;
  parent: string;
  text: string;
  /** Names of its child elements. */
  names: string[];
}

/** A document's elements in order, as a browser's parser sees them; what a template holds comes behind it. */
export function parsePage(html: string) {
  const all: PageElement[] = [];
  visit(parse(html), '', all);
  return {
    all,
    find: (name: string, match: (element: PageElement) => boolean = () => true) =>
      all.filter((element) => element.name === name && match(element)),
  };
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

function visit(node: Node, parent: string, all: PageElement[]): void {
  const children = 'childNodes' in node ? node.childNodes : [];
  if ('tagName' in node)
    all.push({
      name: node.tagName,
      attrs: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      parent,
      text: children.map((child) => ('value' in child ? child.value : '')).join(''),
      names: children.flatMap((child) => ('tagName' in child ? [child.tagName] : [])),
    });
  const held = 'content' in node ? node.content.childNodes : [];
  for (const child of [...children, ...held]) visit(child, 'tagName' in node ? node.tagName : '', all);
}
