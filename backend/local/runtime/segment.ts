/** An X-Ray segment or subsegment document, as far as we show it. */
export interface Segment {
  id: string;
  trace_id: string;
  name: string;
  start_time: number;
  end_time?: number;
  parent_id?: string;
  origin?: string;
  namespace?: string;
  fault?: boolean;
  error?: boolean;
  annotations?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  http?: { request?: { method?: string; url?: string }; response?: { status?: number } };
  aws?: Record<string, unknown>;
  subsegments?: Segment[];
}
