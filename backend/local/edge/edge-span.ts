import { newSegmentId, newTraceId, toTraceHeader } from '../runtime/trace-header.ts';
import type { EdgeRequest } from './cloudfront-event.ts';
import { hostOf, type EdgeOptions } from './visit.ts';

/** The first segment of a trace: what the edge itself took, with all below it. */
export function openSpan(options: EdgeOptions, request: EdgeRequest) {
  const startMs = Date.now();
  const sampled = options.sample();
  const [root, id] = [newTraceId(startMs), newSegmentId()];
  return {
    header: toTraceHeader({ root, parent: id, sampled }),
    close(status: number): void {
      if (!sampled) return;
      options.onSegment({
        id,
        trace_id: root,
        name: 'edge',
        origin: 'AWS::CloudFront::Distribution',
        start_time: startMs / 1000,
        end_time: Date.now() / 1000,
        fault: status >= 500,
        http: { request: { method: request.method, url: `${hostOf(request)}${request.uri}` }, response: { status } },
      });
    },
  };
}
