import { count, kB, times } from '../lib/format.ts';
import { atMost, type Verdict } from '../lib/section.ts';
import { sum } from '../lib/stats.ts';
import { table } from '../lib/table.ts';
import type { Kind, LoadedFile } from './load-page.ts';

export interface WeighedFile extends LoadedFile {
  bytes: number;
}

/** One side of the comparison, until its view was quiet. */
interface Weight {
  bytes: number;
  html: number;
  js: number;
  css: number;
  requests: number;
  calls: number;
  depth: number;
}

const limits = { bytes: 1.15, depth: 1, jsBytes: 150_000 };

export function weightOf(files: readonly WeighedFile[]): Weight {
  const view = files.filter(({ when }) => when === 'view');
  const own = view.filter(({ kind }) => kind !== 'api');
  const of = (kind: Kind): number => sum(own.filter((file) => file.kind === kind).map(({ bytes }) => bytes));
  return {
    bytes: sum(own.map(({ bytes }) => bytes)),
    html: of('html'),
    js: of('js'),
    css: of('css'),
    requests: own.length,
    calls: view.length - own.length,
    depth: Math.max(...view.map(({ depth }) => depth)),
  };
}

export function verdictsOf(composed: Weight, one: Weight): Verdict[] {
  return [
    atMost('Composed bytes against one application', composed.bytes / one.bytes, limits.bytes, times),
    atMost('Depth of the waterfall beyond one application', composed.depth - one.depth, limits.depth, count),
    atMost('JavaScript of the first catalog view', composed.js, limits.jsBytes, kB),
  ];
}

export function comparison(composed: Weight, one: Weight): string {
  const row = (title: string, pick: (weight: Weight) => number, show: (value: number) => string): string[] => [
    title,
    show(pick(composed)),
    show(pick(one)),
    pick(one) === 0 ? '' : times(pick(composed) / pick(one)),
  ];
  return table(
    ['', 'composed', 'one application', 'ratio'],
    [
      row('HTML + JS + CSS', ({ bytes }) => bytes, kB),
      row('HTML', ({ html }) => html, kB),
      row('JS', ({ js }) => js, kB),
      row('CSS', ({ css }) => css, kB),
      row('requests for them', ({ requests }) => requests, count),
      row('API calls', ({ calls }) => calls, count),
      row('depth of the waterfall', ({ depth }) => depth, count),
    ],
  );
}

/** Every file of one side with its bytes, in the order it was asked for. */
export function fileList(files: readonly WeighedFile[]): string {
  return table(
    ['file', 'brotli', 'depth', 'when'],
    files.map(({ url, kind, bytes, depth, when }) => [
      `\`${shortOf(url)}\``,
      kind === 'api' ? '–' : kB(bytes),
      String(depth),
      when === 'view' ? 'first view' : 'later',
    ]),
  );
}

/** Without origin, and without the version in a release's address. */
function shortOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const path = hostname.startsWith('cdn.') ? pathname.replace(/^\/([^/]+)\/[^/]+\//, '$1/') : pathname;
  return path;
}
