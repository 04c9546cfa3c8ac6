import { faultTitles } from './faults.ts';
import type { CellResult } from './run-cell.ts';

const head = [
  'releases',
  'remote',
  'what is wrong with its pinned release',
  'its place',
  'telemetry',
  'search',
  'cart',
  'checkout',
  'back',
] as const;

/** The results as a Markdown table, a line per cell. */
export function tableOf(cells: readonly CellResult[]): string {
  const rows = cells.map((cell) => [
    ...[cell.combination, cell.remote, faultTitles[cell.fault], cell.place],
    cell.telemetry.join('; ') || '–',
    ...[cell.search, cell.cart, cell.checkout].map(mark),
    cell.recovered === undefined ? '–' : mark(cell.recovered),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

const mark = (did: boolean): string => (did ? 'yes' : '**no**');
