import type { Account } from '../account.ts';
import { formatAmount } from '../currency.ts';
import { html, type Html } from '../pages/html.ts';
import { periodEndOf } from '../subscriptions/subscription.ts';
import { advanceClock, ensureClock } from '../test-clocks/clock.ts';
import { renderAction, renderState, renderTable, renderTime } from './layout.ts';

const columns = ['Subscription', 'Customer', 'Amount', 'State', 'Period ends', 'Time'];

/** Subscriptions, and their way through time. */
export function renderSubscriptions({ objects }: Account): Html {
  const rows = objects.page('subscription', { limit: 50 }).items.map((subscription) => {
    const { id, items, currency, status, cancel_at_period_end: ending } = subscription;
    const amount = items.data.reduce((sum, item) => sum + (item.price.unit_amount ?? 0) * (item.quantity ?? 1), 0);
    const customer = objects.find('customer', String(subscription.customer));
    return html`<tr>
      <td><code>${id}</code></td>
      <td>${customer?.email}</td>
      <td class="amount">${formatAmount(amount, currency, 'en')}</td>
      <td>${renderState(status)}${ending && status !== 'canceled' && ' ends with the period'}</td>
      <td>${renderTime(periodEndOf(subscription))}</td>
      <td>
        ${status !== 'canceled' && renderAction(`/operator/subscriptions/${id}/advance`, 'Go to next billing date', `of ${id}`)}
      </td>
    </tr>`;
  });
  return html`<section class="panel">
    <h2>Latest subscriptions</h2>
    ${renderTable('Subscriptions', columns, rows, 'Nobody has subscribed yet.')}
  </section>`;
}

const hourSeconds = 3600;

/** Moves the customer's clock just past the end of the period, so that the subscription renews or ends; false where it cannot. */
export function advanceToNextPeriod(account: Account, id: string): boolean {
  const subscription = account.objects.find('subscription', id);
  const customer = subscription && account.objects.find('customer', String(subscription.customer));
  if (!customer || subscription.status === 'canceled') return false;
  const clock = ensureClock(account, customer);
  advanceClock(account, clock, Math.max(periodEndOf(subscription), clock.frozen_time) + hourSeconds);
  return true;
}
