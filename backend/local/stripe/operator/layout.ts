import { html, type Html, type Page } from '../pages/html.ts';
import { renderLayout } from '../pages/layout.ts';

export type Section = 'payments' | 'subscriptions' | 'sessions' | 'events';

const titles: Record<Section, string> = {
  payments: 'Payments',
  subscriptions: 'Subscriptions',
  sessions: 'Sessions',
  events: 'Events and webhooks',
};

export const renderConsole = (section: Section, done: string | undefined, body: Html): Page =>
  renderLayout({
    title: `${titles[section]} · Test payments`,
    locale: 'en',
    layout: 'console',
    body: html`<header>
        <h1>Test payments</h1>
        <nav aria-label="Sections">
          ${sections.map(
            (name) =>
              html`<a
                href="/operator${name === 'payments' ? '' : `/${name}`}"
                ${name === section && html`aria-current="page"`}
                >${titles[name]}</a
              >`,
          )}
        </nav>
      </header>
      <main>${done && html`<p class="done" role="status">${done}</p>`} ${body}</main>`,
  });

const sections: readonly Section[] = ['payments', 'subscriptions', 'sessions', 'events'];

export const renderState = (state: string | null): Html => {
  const tone = good.has(state ?? '') ? ' state-good' : bad.has(state ?? '') ? ' state-bad' : '';
  return html`<span class="state${tone}">${state?.replaceAll('_', ' ')}</span>`;
};

const good = new Set(['succeeded', 'complete', 'delivered', 'active']);
const bad = new Set(['failed', 'expired', 'canceled', 'dropped', 'past_due']);

export const renderTime = (seconds: number): Html => {
  const iso = new Date(seconds * 1000).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
};

/** A table that scrolls inside its panel; the panel can be focused, so that a keyboard can scroll it. */
export const renderTable = (label: string, columns: readonly string[], rows: readonly Html[], empty: string): Html =>
  rows.length === 0
    ? html`<p class="muted">${empty}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
        <table>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`;

/** A form of one button. `about` completes its name for those who do not see the row. */
export const renderAction = (action: string, label: string, about: string, fields: Record<string, string> = {}): Html =>
  html`<form class="inline" method="post" action="${action}">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button type="submit" aria-label="${label} ${about}">${label}</button>
  </form>`;
