/**
 * Every Lambda of the platform, once: the build bundles it, the local runtime runs it, infra deploys it.
 * A function's environment names stand in its folder's `env.ts`.
 */
export interface FunctionSpec {
  name: string;
  /** Module that exports `handler`, relative to `backend/`. */
  entry: string;
  /** How it is called: decides the event shape and whether the answer streams. */
  kind: 'api' | 'stream-url' | 'invoke' | 'dynamodb-stream' | 'queue' | 'schedule' | 'viewer-function' | 'edge';
  memoryMb: number;
  timeoutMs: number;
  /**
   * `tenant`: it runs code of a tenant's team. No execution environment serves two tenants, and it reaches nothing: it has
   * no grant, no secret and no network.
   */
  isolation?: 'tenant';
}

const api = { kind: 'api', memoryMb: 512, timeoutMs: 10_000 } as const;
const queue = { kind: 'queue', memoryMb: 512, timeoutMs: 60_000 } as const;

export const functions = [
  { name: 'catalog', entry: 'catalog/lambda.ts', ...api },
  { name: 'catalog-render', entry: 'catalog/render.lambda.ts', kind: 'invoke', memoryMb: 1024, timeoutMs: 3_000 },
  { name: 'checkout', entry: 'checkout/lambda.ts', ...api },
  { name: 'library', entry: 'library/lambda.ts', ...api },
  // Publishing reads back and hashes up to 50 MB.
  { name: 'admin', entry: 'admin/lambda.ts', kind: 'api', memoryMb: 1024, timeoutMs: 29_000 },
  { name: 'session', entry: 'session/lambda.ts', ...api },
  { name: 'ai-support', entry: 'ai-support/lambda.ts', kind: 'stream-url', memoryMb: 512, timeoutMs: 30_000 },
  {
    name: 'ai-support-render',
    entry: 'ai-support/render.lambda.ts',
    kind: 'invoke',
    memoryMb: 1024,
    timeoutMs: 3_000,
  },
  {
    name: 'team-render',
    entry: 'team-render/lambda.ts',
    kind: 'invoke',
    memoryMb: 512,
    timeoutMs: 3_000,
    isolation: 'tenant',
  },
  { name: 'composition', entry: 'composition/lambda.ts', kind: 'stream-url', memoryMb: 1024, timeoutMs: 10_000 },
  {
    name: 'worker-stream',
    entry: 'workers/stream/lambda.ts',
    kind: 'dynamodb-stream',
    memoryMb: 512,
    timeoutMs: 60_000,
  },
  { name: 'worker-index', entry: 'workers/index/lambda.ts', ...queue },
  { name: 'worker-audit', entry: 'workers/audit/lambda.ts', ...queue },
  { name: 'worker-payments', entry: 'workers/payments/lambda.ts', ...queue },
  { name: 'worker-fulfil', entry: 'workers/fulfil/lambda.ts', ...queue },
  { name: 'worker-import', entry: 'workers/import/lambda.ts', ...queue, timeoutMs: 300_000 },
  { name: 'worker-tenants', entry: 'workers/tenants/lambda.ts', ...queue },
  { name: 'worker-health', entry: 'workers/health/lambda.ts', ...queue },
  {
    name: 'worker-rollouts',
    entry: 'workers/health/schedule.lambda.ts',
    kind: 'schedule',
    memoryMb: 256,
    timeoutMs: 60_000,
  },
  { name: 'worker-domains', entry: 'workers/domains/lambda.ts', kind: 'schedule', memoryMb: 256, timeoutMs: 60_000 },
  { name: 'worker-sweep', entry: 'workers/sweep/lambda.ts', kind: 'schedule', memoryMb: 256, timeoutMs: 60_000 },
  { name: 'files', entry: 'files/lambda.ts', kind: 'stream-url', memoryMb: 512, timeoutMs: 10_000 },
  { name: 'edge-files-request', entry: 'edge/files-request.ts', kind: 'viewer-function', memoryMb: 2, timeoutMs: 1 },
  { name: 'edge-viewer-request', entry: 'edge/viewer-request.ts', kind: 'viewer-function', memoryMb: 2, timeoutMs: 1 },
  {
    name: 'edge-viewer-response',
    entry: 'edge/viewer-response.ts',
    kind: 'viewer-function',
    memoryMb: 2,
    timeoutMs: 1,
  },
  { name: 'edge-origin-request', entry: 'edge/origin-request.ts', kind: 'edge', memoryMb: 128, timeoutMs: 5_000 },
] as const satisfies readonly FunctionSpec[];

/**
 * Slices that have versions, each with the functions that together are one: what they are is hashed, and a platform's
 * release names the hash. A slice with a streaming URL of its own has none: no path of the API leads to it.
 */
export const versionedSlices = {
  catalog: ['catalog', 'catalog-render'],
  checkout: ['checkout'],
  library: ['library'],
  admin: ['admin'],
} as const satisfies Readonly<Record<string, readonly FunctionName[]>>;

export type FunctionName = (typeof functions)[number]['name'];

/** Queues, each with the function that takes from it and the detail-types (see `contracts/events.ts`) routed to it. */
export const queues = {
  index: { function: 'worker-index', events: ['work.changed', 'article.changed'] },
  audit: { function: 'worker-audit', events: ['*'] },
  payments: {
    function: 'worker-payments',
    events: ['payment.event-received', 'refund.requested', 'dispute.answer-requested'],
  },
  fulfil: { function: 'worker-fulfil', events: ['order.paid', 'order.refunded'] },
  import: { function: 'worker-import', events: ['import.requested'] },
  health: { function: 'worker-health', events: ['release.failing'] },
  tenants: { function: 'worker-tenants', events: ['tenant.changed', 'domain.changed', 'release-set.changed'] },
} as const;
export type QueueName = keyof typeof queues;

/** Received this often without success, a message goes to its queue's dead-letter queue. */
export const maxReceives = 5;
