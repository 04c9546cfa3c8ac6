import { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import { z } from 'zod';
import type { LogBook } from '../runtime/log-book.ts';
import { quantile } from '../runtime/function-stats.ts';
import { html } from '../html.ts';
import { clock, empty, ms, opsPage, opsTable } from './ops-page.ts';

/** What the session slice logs of a beacon. */
const BrowserLine = z.object({
  message: z.literal('browser'),
  tenant: z.string(),
  releaseSet: z.string(),
  browser: TelemetryEvent,
});
export type BrowserEvent = Pick<z.infer<typeof BrowserLine>, 'tenant' | 'releaseSet' | 'browser'>;

const keptEvents = 500;

/** Picks beacons out of the logs as they pass; answers with the last, newest first. */
export function collectBrowserEvents(logs: LogBook): () => readonly BrowserEvent[] {
  const events: BrowserEvent[] = [];
  logs.onLine(({ source, text }) => {
    if (source !== 'session' || !text.includes('"browser"')) return;
    const line = BrowserLine.safeParse(parse(text));
    if (!line.success) return;
    events.push(line.data);
    if (events.length > keptEvents) events.shift();
  });
  return () => events.toReversed();
}

export function browserPage(events: readonly BrowserEvent[]): string {
  if (events.length === 0)
    return opsPage({
      path: '/browser',
      title: 'Browser',
      body: empty('No beacons yet. A shop sends them as it is used.'),
    });
  const body = html`<h2>Vitals</h2>
    ${vitals(events)}
    <h2>Events</h2>
    ${opsTable(
      'Events',
      [{ label: 'At' }, { label: 'Shop' }, { label: 'What' }, { label: 'Detail' }],
      events.slice(0, 100).map(({ browser, tenant }) => [clock(browser.at), tenant, browser.type, detailOf(browser)]),
    )}`;
  return opsPage({ path: '/browser', title: 'Browser', body });
}

function vitals(events: readonly BrowserEvent[]) {
  const values = new Map<string, number[]>();
  for (const { browser } of events)
    if (browser.type === 'vital') values.set(browser.name, [...(values.get(browser.name) ?? []), browser.value]);
  if (values.size === 0) return empty('No vitals yet.');
  const rows = [...values].map(([name, all]) => [name, all.length, ms(quantile(all, 0.5)), ms(quantile(all, 0.75))]);
  const columns = [
    { label: 'Vital' },
    { label: 'Samples', number: true },
    { label: 'Median', number: true },
    { label: 'p75', number: true },
  ];
  return opsTable('Vitals', columns, rows);
}

function detailOf(event: TelemetryEvent): string {
  switch (event.type) {
    case 'remote-failed':
      return `${event.remote}: ${event.reason}, attempt ${event.attempt}: ${event.message}`;
    case 'remote-recovered':
      return `${event.remote} at attempt ${event.attempt}`;
    case 'remote-mounted':
      return `${event.remote} in ${ms(event.durationMs)} ms${event.hydrated ? ', hydrated' : ''}`;
    case 'error':
      return `${event.remote ?? 'shell'}: ${event.message}`;
    case 'api-failed':
      return `${event.remote}: ${event.status === 0 ? 'no answer' : event.status}`;
    default:
      return `${event.name} ${event.value}${event.routeId ? ` on ${event.routeId}` : ''}`;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
