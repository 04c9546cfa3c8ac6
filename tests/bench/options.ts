import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/lib/root.ts';

export interface BenchOptions {
  /** Runs of Lighthouse per page, of each cold load, of a rollback and of a publish, and how long each load lasts. */
  lighthouseRuns: number;
  coldRuns: number;
  loadMs: number;
  rollbackRuns: number;
  publishRuns: number;
  /** Shops that the table holds at the end of the measurement of scale. */
  tenants: number;
  clone: boolean;
  /** Names of the measurements; all where it is empty. */
  only: readonly string[];
  out: string;
}

/** `--quick` proves that everything works, with figures that mean little; it writes beside the report. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      clone: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      out: { type: 'string' },
      tenants: { type: 'string', default: '1000' },
    },
  });
  const { quick } = values;
  const report = quick ? '.cache/reports/performance.md' : 'docs/performance.md';
  return {
    lighthouseRuns: quick ? 1 : 5,
    coldRuns: quick ? 1 : 5,
    loadMs: quick ? 1_000 : 6_000,
    rollbackRuns: quick ? 2 : 20,
    publishRuns: quick ? 1 : 5,
    tenants: quick ? 20 : Number(values.tenants),
    clone: values.clone,
    only: values.only.split(',').filter((name) => name !== ''),
    out: path.resolve(root, values.out ?? report),
  };
}
