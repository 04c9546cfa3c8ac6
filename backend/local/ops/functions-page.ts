import { html, type Html } from '../html.ts';
import { quantile } from '../runtime/function-stats.ts';
import type { OpsOptions } from './ops.ts';
import { ms, opsPage, opsTable } from './ops-page.ts';

const columns = [
  { label: 'Function' },
  { label: 'Kind' },
  { label: 'Invocations', number: true },
  { label: 'Errors', number: true },
  { label: 'Timeouts', number: true },
  { label: 'Throttled', number: true },
  { label: 'Median ms', number: true },
  { label: 'p95 ms', number: true },
  { label: 'Cold starts', number: true },
  { label: 'Last init ms', number: true },
  { label: 'Environments', number: true },
  { label: 'Waiting', number: true },
];

export function functionsPage({ functions, runtime, viewerFunctions }: OpsOptions): string {
  const rows = functions.map(({ name, kind }) => {
    const pool = runtime.pools().get(name);
    if (!pool) {
      const { runs = 0, errors = 0, slowestMs = 0 } = viewerFunctions().get(name)?.stats ?? {};
      return [link(name), 'viewer function', runs, count(errors), 0, 0, '', `≤ ${ms(slowestMs)}`, '', '', '', ''];
    }
    const { stats } = pool;
    return [
      kind === 'schedule' ? scheduled(name) : link(name),
      kind,
      stats.invocations,
      count(stats.errors),
      count(stats.timeouts),
      count(stats.throttles),
      ms(quantile(stats.durationsMs, 0.5)),
      ms(quantile(stats.durationsMs, 0.95)),
      stats.coldStarts,
      ms(stats.lastInitMs),
      pool.size,
      pool.queued,
    ];
  });
  const body = html`<p class="muted">Since the start; durations are those of the last 200 invocations.</p>
    ${opsTable('Functions', columns, rows)}`;
  return opsPage({ path: '/', title: 'Functions', body });
}

const link = (name: string): Html => html`<a href="/logs?source=${name}">${name}</a>`;
const count = (value: number): string | Html => (value > 0 ? html`<span class="danger">${value}</span>` : '0');
const scheduled = (name: string): Html =>
  html`${link(name)}
    <form method="post" action="/functions/${name}/run"><button>Run ${name} now</button></form>`;
