import { createSocket } from 'node:dgram';
import type { Segment } from '../runtime/segment.ts';

export interface TraceSummary {
  id: string;
  name: string;
  startedAt: number;
  durationMs: number;
  segments: number;
  fault: boolean;
}

/** The last traces, as segments arrive: from the daemon's port and from the runtime itself. */
export interface TraceStore {
  add(segment: Segment): void;
  list(max?: number): TraceSummary[];
  find(traceId: string): readonly Segment[];
}

const keptTraces = 500;
const keptSegments = 400;

export function createTraceStore(): TraceStore {
  const traces = new Map<string, Map<string, Segment>>();
  return {
    add(segment) {
      const segments = traces.get(segment.trace_id) ?? new Map<string, Segment>();
      traces.set(segment.trace_id, segments);
      if (segments.size < keptSegments) segments.set(segment.id, segment);
      if (traces.size > keptTraces) for (const oldest of traces.keys()) return void traces.delete(oldest);
    },
    list: (max = 100) =>
      [...traces]
        .slice(-max)
        .reverse()
        .map(([id, segments]) => summarise(id, [...segments.values()])),
    find: (id) => [...(traces.get(id)?.values() ?? [])],
  };
}

function summarise(id: string, segments: readonly Segment[]): TraceSummary {
  const startedAt = Math.min(...segments.map((one) => one.start_time));
  const endedAt = Math.max(...segments.map((one) => one.end_time ?? one.start_time));
  const ids = new Set(segments.map((one) => one.id));
  const root = segments.find(({ parent_id: parent }) => parent === undefined || !ids.has(parent));
  const url = root?.http?.request?.url;
  return {
    id,
    name: url ? `${root.http?.request?.method ?? ''} ${url}`.trim() : (root?.name ?? id),
    startedAt: startedAt * 1000,
    durationMs: (endedAt - startedAt) * 1000,
    segments: segments.length,
    fault: segments.some((one) => one.fault === true),
  };
}

export interface XrayDaemon {
  /** `127.0.0.1:port`, as `AWS_XRAY_DAEMON_ADDRESS` takes it. */
  address: string;
  stop(): Promise<void>;
}

/** Listens for segments as the X-Ray daemon does: a JSON header line, then the document. */
export async function startXrayDaemon(store: TraceStore): Promise<XrayDaemon> {
  const socket = createSocket('udp4');
  socket.on('message', (message) => {
    const segment = parseSegment(message.toString());
    if (segment) store.add(segment);
  });
  await new Promise<void>((resolve, reject) => socket.once('error', reject).bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function parseSegment(message: string): Segment | undefined {
  try {
    const segment: unknown = JSON.parse(message.slice(message.indexOf('\n') + 1));
    const isSegment =
      typeof segment === 'object' &&
      segment !== null &&
      ['id', 'trace_id', 'name'].every((name) => typeof Reflect.get(segment, name) === 'string') &&
      typeof Reflect.get(segment, 'start_time') === 'number';
    return isSegment ? (segment as Segment) : undefined;
  } catch {
    return undefined;
  }
}
