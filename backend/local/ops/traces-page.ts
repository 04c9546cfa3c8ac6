import type { TraceSummary } from '../engines/trace-store.ts';
import { html } from '../html.ts';
import { clock, empty, ms, opsPage, opsTable } from './ops-page.ts';

const columns = [
  { label: 'Trace' },
  { label: 'Started' },
  { label: 'Duration ms', number: true },
  { label: 'Segments', number: true },
  { label: 'Outcome' },
];

export function tracesPage(traces: readonly TraceSummary[]): string {
  const rows = traces.map((trace) => [
    html`<a href="/traces/${trace.id}">${trace.name}</a>`,
    clock(trace.startedAt),
    ms(trace.durationMs),
    trace.segments,
    trace.fault ? html`<span class="danger">fault</span>` : 'ok',
  ]);
  const body =
    rows.length === 0 ? empty('No traces yet. Open a shop, then come back.') : opsTable('Traces', columns, rows);
  return opsPage({ path: '/traces', title: 'Traces', body });
}
