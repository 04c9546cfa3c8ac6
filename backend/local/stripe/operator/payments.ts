import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { formatAmount } from '../currency.ts';
import { html, type Html } from '../pages/html.ts';
import { renderDisputes } from './disputes.ts';
import { renderState, renderTable, renderTime } from './layout.ts';

const money = (amount: number, currency: string) => formatAmount(amount, currency, 'en');

export function renderPayments({ objects }: Account): Html {
  const { items } = objects.page('payment_intent', { limit: 50 });
  const rows = items.map(
    (intent) =>
      html`<tr>
        <td>
          <a href="/operator/payments/${intent.id}"><code>${intent.id}</code></a>
        </td>
        <td class="amount">${money(intent.amount, intent.currency)}</td>
        <td>${renderState(intent.status)}</td>
        <td>${renderTime(intent.created)}</td>
      </tr>`,
  );
  return html`<section class="panel">
    <h2>Latest payments</h2>
    ${renderTable('Payments', ['Payment', 'Amount', 'State', 'Started'], rows, 'Nobody has tried to pay yet.')}
  </section>`;
}

export function renderPayment(account: Account, intent: Stripe.PaymentIntent): Html {
  const { objects } = account;
  const charges = objects.page('charge', { match: { payment_intent: intent.id }, limit: 50 }).items;
  const refunds = objects.page('refund', { match: { payment_intent: intent.id }, limit: 50 }).items;
  return html`<section class="panel">
      <h2>Payment <code>${intent.id}</code></h2>
      <dl class="facts">
        <div>
          <dt>Amount</dt>
          <dd class="money">${money(intent.amount, intent.currency)}</dd>
        </div>
        <div>
          <dt>State</dt>
          <dd>${renderState(intent.status)}</dd>
        </div>
        ${
          intent.last_payment_error &&
          html`<div>
            <dt>Last error</dt>
            <dd>${intent.last_payment_error.message}</dd>
          </div>`
        }
        ${Object.entries(intent.metadata).map(
          ([key, value]) =>
            html`<div>
              <dt>${key}</dt>
              <dd><code>${value}</code></dd>
            </div>`,
        )}
      </dl>
    </section>
    <section class="panel">
      <h2>Charges</h2>
      ${renderTable('Charges', ['Charge', 'Amount', 'State', 'Card', 'Refunded', 'Why'], charges.map(renderCharge), 'No card was charged.')}
    </section>
    <section class="panel">
      <h2>Refunds</h2>
      ${renderTable('Refunds', ['Refund', 'Amount', 'State', 'Made', 'Afterwards'], refunds.map(renderRefund), 'Nothing was refunded.')}
      ${charges.map(renderRefundForm)}
    </section>
    ${renderDisputes(account, intent, charges)}`;
}

const renderCharge = (charge: Stripe.Charge): Html =>
  html`<tr>
    <td><code>${charge.id}</code></td>
    <td class="amount">${money(charge.amount, charge.currency)}</td>
    <td>${renderState(charge.status)}</td>
    <td>•••• ${charge.payment_method_details?.card?.last4}</td>
    <td class="amount">${money(charge.amount_refunded, charge.currency)}</td>
    <td>${charge.failure_message}</td>
  </tr>`;

const renderRefund = (refund: Stripe.Refund): Html =>
  html`<tr>
    <td><code>${refund.id}</code></td>
    <td class="amount">${money(refund.amount, refund.currency)}</td>
    <td>${renderState(refund.status)}</td>
    <td>${renderTime(refund.created)}</td>
    <td>
      ${
        refund.status !== 'failed' &&
        html`<form class="inline" method="post" action="/operator/refunds/${refund.id}/fail">
          <button type="submit">The bank sends it back</button>
        </form>`
      }
    </td>
  </tr>`;

function renderRefundForm(charge: Stripe.Charge): Html | false {
  const left = charge.amount - charge.amount_refunded;
  if (!charge.paid || left === 0) return false;
  return html`<form class="inline" method="post" action="/operator/refunds">
    <input type="hidden" name="charge" value="${charge.id}" />
    <label
      >Amount to refund, in minor units (at most ${left})
      <input name="amount" type="number" min="1" max="${left}" value="${left}" required />
    </label>
    <button type="submit">Refund</button>
  </form>`;
}
