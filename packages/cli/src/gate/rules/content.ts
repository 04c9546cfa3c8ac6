import { isNode, literalOf, type Node, visit } from '@tessera/federation/vite/syntax.ts';
import { parseAst } from 'vite';
import { type Finding, refusal, warning } from '../finding.ts';
import { allows, type Policy } from './csp.ts';

export interface Content {
  path: string;
  text: string;
}

export interface Place {
  policy: Policy;
  /** The shop's own. */
  origin: string;
}

/**
 * What the shop's policy will refuse of scripts and styles, as far as it can be read off them: addresses that are
 * written out, and calls by name. What is put together at run time, the browser shows.
 */
export const contentFindings = (files: readonly Content[], place: Place): Finding[] =>
  files.flatMap((file) => (file.path.endsWith('.css') ? styleFindings(file, place) : scriptFindings(file, place)));

function styleFindings({ path, text }: Content, { policy, origin }: Place): Finding[] {
  const withoutComments = text.replace(/\/\*[^]*?\*\//g, '');
  const imports = [...withoutComments.matchAll(/@import\s+(?:url\()?["']?((?:https?:)?\/\/[^"')\s]+)/g)];
  const urls = [...withoutComments.matchAll(/url\(\s*["']?((?:https?:)?\/\/[^"')\s]+)/g)];
  const found = [
    ...imports.map(([, address = '']) => ({ address, directive: 'style-src' })),
    ...urls.map(([, address = '']) => ({
      address,
      directive: /\.(?:woff2?|ttf|otf)(?:$|\?)/.test(address) ? 'font-src' : 'img-src',
    })),
  ];
  return unique(found).flatMap(({ address, directive }) => {
    const url = new URL(address, origin);
    return allows(policy, directive, url, origin) ? [] : [foreign(path, url, directive)];
  });
}

/** Calls that reach out, and the directive that decides. */
const reaching: Readonly<Record<string, string>> = {
  fetch: 'connect-src',
  WebSocket: 'connect-src',
  EventSource: 'connect-src',
  sendBeacon: 'connect-src',
  Worker: 'worker-src',
  SharedWorker: 'worker-src',
  import: 'script-src',
};

function scriptFindings({ path, text }: Content, place: Place): Finding[] {
  const findings: Finding[] = [];
  const guarded = new Set<Node>();
  const tree = parseAst(text);
  visit(tree, (node) => {
    if (node['type'] === 'TryStatement') visit(node['block'], (inner) => guarded.add(inner));
  });
  visit(tree, (node) => {
    const found = ofCall(path, node, place) ?? ofAssignment(path, node);
    if (!found) return;
    // What is tried and caught may well have a second way.
    findings.push(guarded.has(node) ? { ...found, severity: 'warning' } : found);
  });
  return [...new Map(findings.map((finding) => [finding.code + finding.what, finding])).values()];
}

function ofCall(path: string, node: Node, { policy, origin }: Place): Finding | undefined {
  const isImport = node['type'] === 'ImportExpression';
  if (!isImport && node['type'] !== 'CallExpression' && node['type'] !== 'NewExpression') return undefined;
  const name = isImport ? 'import' : nameOf(node['callee']);
  const [first, second] = Array.isArray(node['arguments'])
    ? node['arguments'].filter(isNode)
    : [node['source']].filter(isNode);
  if (
    (name === 'eval' || name === 'Function') &&
    isGlobal(node['callee']) &&
    !policy.get('script-src')?.includes("'unsafe-eval'")
  )
    return refusal('csp-eval', {
      what: `${name === 'eval' ? 'eval()' : 'new Function()'} is called; the shop’s policy allows no code from text.`,
      where: path,
      fix: 'Do without it, or leave out the library that needs it.',
    });
  const text = literalOf(first);
  if ((name === 'setTimeout' || name === 'setInterval') && text !== undefined && isGlobal(node['callee']))
    return refusal('csp-eval', {
      what: `${name}() is given text; the shop’s policy allows no code from text.`,
      where: path,
      fix: 'Give it a function.',
    });
  if ((name === 'createElement' || name === 'jsx' || name === 'jsxs') && text === 'style')
    return refusal('csp-style', {
      what: 'A <style> element is made at run time; the shop’s policy refuses it.',
      where: path,
      fix: 'Put styles into a CSS module: the build links them with their hash.',
    });
  if (name === 'setAttribute' && text === 'style')
    return refusal('csp-style', {
      what: 'A style attribute is set as text; the shop’s policy refuses it.',
      where: path,
      fix: 'Set properties of element.style, or a class.',
    });
  if (name === 'write' && isNode(node['callee']) && nameOf(node['callee']['object']) === 'document')
    return refusal('csp-trusted-types', {
      what: 'document.write() is called.',
      where: path,
      fix: 'Render with React.',
    });
  const directive = name === undefined ? undefined : reaching[name];
  const address = text ?? (first?.['type'] === 'NewExpression' ? literalOf(second) : undefined);
  if (
    directive === undefined ||
    address === undefined ||
    !/^(?:https?|wss?):\/\//.test(address) ||
    !URL.canParse(address)
  )
    return undefined;
  const url = new URL(address);
  return allows(policy, directive, url, origin) ? undefined : foreign(path, url, directive);
}

function ofAssignment(path: string, node: Node): Finding | undefined {
  if (node['type'] !== 'AssignmentExpression' || !isNode(node['left'])) return undefined;
  const name = node['left']['type'] === 'MemberExpression' ? nameOf(node['left']) : undefined;
  if (name !== 'innerHTML' && name !== 'outerHTML' && name !== 'srcdoc') return undefined;
  return refusal('csp-trusted-types', {
    what: `${name} is assigned; the shop requires trusted types, and allows no policy but the shell’s.`,
    where: path,
    fix: 'Render with React, or use textContent.',
  });
}

const foreign = (path: string, url: URL, directive: string): Finding =>
  refusal('csp-origin', {
    what: `${url.origin} is spoken to, which the shop’s policy does not allow (${directive}).`,
    where: path,
    fix: 'Bring the file with the build, or go through the shop’s own API; other origins are the platform’s to allow.',
  });

/** Not a method of something else: `eval`, `window.eval`, `globalThis.Function`. */
function isGlobal(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee['type'] === 'Identifier') return true;
  return /^(?:window|globalThis|self)$/.test(nameOf(callee['object']) ?? '');
}

function nameOf(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined;
  if (callee['type'] === 'SequenceExpression' && Array.isArray(callee['expressions']))
    return nameOf(callee['expressions'].at(-1));
  const named = callee['type'] === 'MemberExpression' ? callee['property'] : callee;
  return isNode(named) && typeof named['name'] === 'string' ? named['name'] : undefined;
}

const unique = <T extends { address: string }>(found: readonly T[]): T[] => [
  ...new Map(found.map((one) => [one.address, one])).values(),
];

/** The server entry writes markup that the policy reads too. */
export const markupFindings = (html: string, where: string): Finding[] =>
  / style=/.test(html)
    ? [
        warning('csp-style', {
          what: 'Its first paint has a style attribute, which the shop’s policy ignores.',
          where,
          fix: 'Use classes; an element’s style property is set in the browser only.',
        }),
      ]
    : [];
