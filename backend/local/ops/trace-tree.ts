import type { Segment } from '../runtime/segment.ts';

export interface TraceRow {
  name: string;
  depth: number;
  /** From the start of the trace. */
  offsetMs: number;
  durationMs: number;
  fault: boolean;
  detail: string;
}

/** Segments and their subsegments as one tree, in the order in which they began. Orphans stand at the top. */
export function toTraceRows(segments: readonly Segment[]): TraceRow[] {
  const nodes = segments.flatMap((segment) => flatten(segment, segment.parent_id));
  const ids = new Set(nodes.map(({ segment }) => segment.id));
  const startedAt = Math.min(...nodes.map(({ segment }) => segment.start_time));
  const childrenOf = Map.groupBy(nodes, ({ parent }) => (parent !== undefined && ids.has(parent) ? parent : ''));
  const walk = (parent: string, depth: number): TraceRow[] =>
    (childrenOf.get(parent) ?? [])
      .toSorted((a, b) => a.segment.start_time - b.segment.start_time)
      .flatMap(({ segment }) => [toRow(segment, depth, startedAt), ...walk(segment.id, depth + 1)]);
  return walk('', 0);
}

interface Node {
  segment: Segment;
  parent: string | undefined;
}

function flatten(segment: Segment, parent: string | undefined): Node[] {
  const children = (segment.subsegments ?? []).flatMap((child) => flatten(child, segment.id));
  return [{ segment, parent }, ...children];
}

function toRow(segment: Segment, depth: number, startedAt: number): TraceRow {
  const { operation, table_name: table, bucket_name: bucket } = segment.aws ?? {};
  const parts = [operation, table ?? bucket, segment.http?.response?.status].filter((part) => part !== undefined);
  return {
    name: segment.name,
    depth,
    offsetMs: (segment.start_time - startedAt) * 1000,
    durationMs: ((segment.end_time ?? segment.start_time) - segment.start_time) * 1000,
    fault: segment.fault === true || segment.error === true,
    detail: parts.map(String).join(' '),
  };
}
