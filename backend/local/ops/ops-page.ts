import { html, page, type Html } from '../html.ts';

const links = [
  ['/', 'Functions'],
  ['/queues', 'Queues'],
  ['/traces', 'Traces'],
  ['/logs', 'Logs'],
  ['/browser', 'Browser'],
  ['/edge', 'Edge'],
] as const;

/** One page of operations, with the way to the others. */
export function opsPage(options: { path: string; title: string; body: Html }): string {
  const items = links.map(([href, label]) => {
    const current = href === options.path ? html` aria-current="page"` : html``;
    return html`<li><a href="${href}" ${current}>${label}</a></li>`;
  });
  return page({
    title: `${options.title} · Operations`,
    nav: html`<strong>Operations</strong>
      <nav aria-label="Operations">
        <ul>
          ${items}
        </ul>
      </nav>`,
    body: html`<h1>${options.title}</h1>
      ${options.body}`,
  });
}

export interface Column {
  label: string;
  number?: boolean;
}

/** A table that scrolls by itself on a narrow screen. */
export function opsTable(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | number | Html)[])[],
): Html {
  const kind = (index: number): Html => (columns[index]?.number ? html` class="number"` : html``);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${columns.map((column, index) => html`<th scope="col" ${kind(index)}>${column.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, index) => html`<td${kind(index)}>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export const empty = (text: string): Html => html`<p class="empty">${text}</p>`;
export const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
export const clock = (at: number | string): Html => {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${iso.slice(11, 23)}</time>`;
};
