import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { html, type Html } from '../pages/html.ts';
import type { Deliveries, Delivery } from '../webhooks/deliveries.ts';
import type { WebhookPolicy } from '../webhooks/policy.ts';
import { renderAction, renderState, renderTable, renderTime } from './layout.ts';

export function renderEvents({ objects }: Account, deliveries: Deliveries, policy: WebhookPolicy): Html {
  const rows = objects
    .page('event', { limit: 50 })
    .items.map((event) => renderRow(event, deliveries.ofEvent(event.id)));
  return html`${renderPolicy(policy)}
    <section class="panel">
      <h2>Latest events</h2>
      ${renderTable('Events', ['Event', 'Type', 'When', 'Webhook', 'Actions'], rows, 'Nothing has happened yet.')}
    </section>`;
}

export const renderEvent = (event: Stripe.Event, deliveries: readonly Delivery[]): Html =>
  html`<section class="panel">
      <h2>${event.type}</h2>
      ${renderTable(
        'Deliveries',
        ['Endpoint', 'State', 'Tries', 'Last answer', 'Due'],
        deliveries.map(
          (delivery) =>
            html`<tr>
              <td><code>${delivery.endpoint}</code></td>
              <td>${renderState(delivery.state)}</td>
              <td>${delivery.attempts}</td>
              <td>${delivery.answer}</td>
              <td>${renderTime(delivery.dueMs / 1000)}</td>
            </tr>`,
        ),
        'No endpoint wanted this event.',
      )}
      ${renderActions(event)}
    </section>
    <section class="panel">
      <h2>What is sent</h2>
      <pre tabindex="0" role="region" aria-label="Event as JSON">${JSON.stringify(event, null, 2)}</pre>
    </section>`;

function renderRow(event: Stripe.Event, deliveries: readonly Delivery[]): Html {
  const latest = deliveries.at(-1);
  return html`<tr>
    <td>
      <a href="/operator/events/${event.id}"><code>${event.id}</code></a>
    </td>
    <td>${event.type}</td>
    <td>${renderTime(event.created)}</td>
    <td>${latest ? html`${renderState(latest.state)} <span class="muted">${latest.answer}</span>` : 'none'}</td>
    <td class="actions">${renderActions(event)}</td>
  </tr>`;
}

function renderActions({ id }: Stripe.Event): Html {
  const action = `/operator/events/${id}`;
  return html`${renderAction(action, 'Send again', id, { act: 'redeliver' })}
  ${renderAction(action, 'Send 10 times', id, { act: 'duplicate' })}
  ${renderAction(action, 'Delay a minute', id, { act: 'delay' })} ${renderAction(action, 'Drop', id, { act: 'drop' })}`;
}

const renderPolicy = ({ mode, delaySeconds }: WebhookPolicy): Html => {
  const option = (value: WebhookPolicy['mode'], label: string) =>
    html`<option value="${value}" ${value === mode && html`selected`}>${label}</option>`;
  return html`<section class="panel">
    <h2>Webhooks of new events</h2>
    <form class="inline" method="post" action="/operator/policy">
      <label
        >What happens to them
        <select name="mode">
          ${option('deliver', 'Sent at once')} ${option('delay', 'Sent later')} ${option('drop', 'Lost on the way')}
        </select>
      </label>
      <label
        >Delay in seconds
        <input name="delaySeconds" type="number" min="1" max="86400" value="${delaySeconds}" required />
      </label>
      <button type="submit">Save</button>
    </form>
  </section>`;
};
