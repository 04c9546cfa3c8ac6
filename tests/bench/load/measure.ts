import { fork } from 'node:child_process';
import path from 'node:path';
import { ms, perSecond } from '../lib/format.ts';
import { processorTimeMs } from '../lib/processor-time.ts';
import { atMost, type Section } from '../lib/section.ts';
import type { Shop } from '../lib/shop.ts';
import { percentile } from '../lib/stats.ts';
import { table } from '../lib/table.ts';
import type { Job, Outcome } from './job.ts';
import { scenarios } from './scenarios.ts';

const connectionCounts = [2, 16];
const limitMs = 5;
const work = [...scenarios.map(({ name, title }) => ({ name, title })), { name: 'purchase', title: 'Whole purchase' }];

/** Requests through the whole local path: edge, functions, engines. */
export async function measureLoad(shop: Shop, durationMs: number): Promise<Section> {
  const rows: string[][] = [];
  /** Processor time of one request, the most of all numbers of connections. */
  const cost = new Map<string, number>();
  for (const { name, title } of work) {
    const base = { scenario: name, origin: shop.originOf('aria.localhost'), buyers: shop.buyers };
    await generate({ ...base, connections: 2, durationMs: Math.min(1_500, durationMs) });
    for (const connections of connectionCounts) {
      await untilIdle(shop.pid);
      const before = processorTimeMs(shop.pid);
      const outcome = await generate({ ...base, connections, durationMs });
      // A purchase goes on after its answer: events, entitlement, invoice, mail.
      await untilIdle(shop.pid);
      const processorMs = processorTimeMs(shop.pid) - before;
      rows.push(rowOf(title, connections, outcome, processorMs));
      const each = processorMs / (outcome.latenciesMs.length + outcome.failures);
      cost.set(name, Math.max(each, cost.get(name) ?? 0));
    }
  }
  return {
    title: 'Requests through the local path',
    verdicts: [atMost('Processor time of a page view from the edge’s cache', pageViewOf(cost), limitMs, ms)],
    body: [
      `Each connection asks again as soon as it has its answer, for ${durationMs / 1000} s; the load generator runs beside the shop on the same machine. CPU is that of all server processes (edge, functions, table, object store, search, payment, mail), counted until they are quiet again, for one request. A purchase is cart, pending order, hosted payment form and the order read as paid.`,
      table(['', 'connections', 'per second', 'median', 'p95', 'CPU each', 'failed'], rows),
    ].join('\n\n'),
  };
}

/** Discovery and document, both kept. */
const pageViewOf = (cost: ReadonlyMap<string, number>): number =>
  (cost.get('discovery-kept') ?? NaN) + (cost.get('work-page-kept') ?? NaN);

function rowOf(title: string, connections: number, outcome: Outcome, processorMs: number): string[] {
  const { latenciesMs, elapsedMs, failures, firstFailure } = outcome;
  const done = latenciesMs.length;
  if (done === 0) throw new Error(`${title}: nothing succeeded; first failure: ${firstFailure ?? 'no answer'}`);
  return [
    title,
    String(connections),
    perSecond((done * 1000) / elapsedMs),
    ms(percentile(latenciesMs, 0.5)),
    ms(percentile(latenciesMs, 0.95)),
    ms(processorMs / (done + failures)),
    failures === 0 ? '0' : `${failures} (${firstFailure ?? 'no answer'})`,
  ];
}

function generate(job: Job): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'load-process.ts'), { stdio: 'inherit' });
    // Both ends are this folder's own.
    child.once('message', (outcome) => resolve(outcome as Outcome));
    child.once('exit', (code) => reject(new Error(`The load generator ended with ${code}`)));
    child.send(job);
  });
}

const [sampleMs, idleShare, patienceMs] = [400, 0.15, 8_000];

/** Waits until the process and its children use little of one processor. */
async function untilIdle(pid: number): Promise<void> {
  const startedAt = performance.now();
  for (let last = processorTimeMs(pid); performance.now() - startedAt < patienceMs;) {
    await new Promise((resolve) => setTimeout(resolve, sampleMs));
    const now = processorTimeMs(pid);
    if (now - last < sampleMs * idleShare) return;
    last = now;
  }
}
