import { html, type Html } from '../html.ts';
import type { LogBook, LogLine } from '../runtime/log-book.ts';
import { clock, empty, opsPage } from './ops-page.ts';

const shownLines = 200;

/** The last lines of one source or of all, newest first. */
export function logsPage(logs: LogBook, wanted: { source: string; text: string }): string {
  const sources = logs.sources();
  const chosen = sources.includes(wanted.source) ? [wanted.source] : sources;
  const lines = chosen
    .flatMap((source) => logs.of(source))
    .filter(({ text }) => text.includes(wanted.text))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, shownLines);
  const options = ['', ...sources].map(
    (source) =>
      html`<option value="${source}" ${source === wanted.source ? html` selected` : html``}>
        ${source || 'All'}
      </option>`,
  );
  const body = html`<form class="filter" method="get" action="/logs">
      <label
        >Source
        <select name="source">
          ${options}
        </select></label
      >
      <label>Contains <input name="q" value="${wanted.text}" autocomplete="off" /></label>
      <button>Show</button>
    </form>
    ${
      lines.length === 0
        ? empty('No lines. A function that has not run has written nothing.')
        : html`<ol class="log">
            ${lines.map(item)}
          </ol>`
    }`;
  return opsPage({ path: '/logs', title: 'Logs', body });
}

const item = (line: LogLine): Html =>
  html`<li>
    <p>${clock(line.at)} <strong>${line.source}</strong></p>
    <pre>${pretty(line.text)}</pre>
  </li>`;

function pretty(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
