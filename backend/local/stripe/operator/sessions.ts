import type { Account } from '../account.ts';
import { formatAmount } from '../currency.ts';
import { html, type Html } from '../pages/html.ts';
import { renderState, renderTable, renderTime } from './layout.ts';

export function renderSessions({ objects }: Account): Html {
  const { items } = objects.page('checkout.session', { limit: 50 });
  const rows = items.map((session) => {
    const short = `${session.id.slice(0, 20)}…`;
    return html`<tr>
      <td>
        ${session.url ? html`<a href="/c/pay/${session.id}"><code>${short}</code></a>` : html`<code>${short}</code>`}
      </td>
      <td>${session.branding_settings?.display_name}</td>
      <td>${session.client_reference_id}</td>
      <td class="amount">${formatAmount(session.amount_total ?? 0, session.currency ?? 'usd', 'en')}</td>
      <td>${renderState(session.status)}</td>
      <td>${renderTime(session.created)}</td>
    </tr>`;
  });
  return html`<section class="panel">
    <h2>Latest checkout sessions</h2>
    ${renderTable('Sessions', ['Session', 'Seller', 'Reference', 'Total', 'State', 'Opened'], rows, 'No shop has opened a payment page yet.')}
  </section>`;
}
