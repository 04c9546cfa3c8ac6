import { html, type Html } from '../html.ts';
import type { Segment } from '../runtime/segment.ts';
import { ms, opsPage, opsTable } from './ops-page.ts';
import { toTraceRows, type TraceRow } from './trace-tree.ts';

const columns = [
  { label: 'Segment' },
  { label: 'What' },
  { label: 'Starts ms', number: true },
  { label: 'Takes ms', number: true },
  { label: 'Outcome' },
];
const width = 1_000;
const rowHeight = 28;

/** One trace: a waterfall to look at, and the same as a table to read. */
export function tracePage(id: string, segments: readonly Segment[]): string {
  const rows = toTraceRows(segments);
  const cells = rows.map((row) => [
    html`<span style="padding-inline-start:${row.depth * 16}px">${row.name}</span>`,
    row.detail,
    ms(row.offsetMs),
    ms(row.durationMs),
    row.fault ? html`<span class="danger">fault</span>` : 'ok',
  ]);
  const body = html`<p class="muted">${id}</p>
    ${waterfall(rows)}
    <h2>Segments</h2>
    ${opsTable('Segments', columns, cells)}`;
  return opsPage({ path: '/traces', title: 'Trace', body });
}

function waterfall(rows: readonly TraceRow[]): Html {
  const total = Math.max(1, ...rows.map(({ offsetMs, durationMs }) => offsetMs + durationMs));
  const bars = rows.map((row, index) => {
    const x = (row.offsetMs / total) * width;
    const barWidth = Math.max(2, (row.durationMs / total) * width);
    const y = index * rowHeight;
    return html`<rect
        class="bar${row.fault ? ' fault' : ''}"
        x="${x.toFixed(1)}"
        y="${y + 15}"
        width="${barWidth.toFixed(1)}"
        height="9"
        rx="2"
      />
      <text x="${Math.min(x, width * 0.7).toFixed(1)}" y="${y + 11}"
        >${row.name} ${row.detail} · ${ms(row.durationMs)} ms</text
      >`;
  });
  const label = `Waterfall of ${rows.length} segments over ${ms(total)} milliseconds; the table below says the same`;
  return html`<div class="waterfall">
    <svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${rows.length * rowHeight}">${bars}</svg>
  </div>`;
}
