import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { invalid } from '../api/faults.ts';
import { formatAmount } from '../currency.ts';
import { closeDispute, disputeReasons, isClosed, isWithBank, openDispute } from '../disputes/dispute.ts';
import { html, type Html } from '../pages/html.ts';
import { renderState, renderTable, renderTime } from './layout.ts';

const Opening = z.object({
  charge: z.string(),
  reason: z.enum(disputeReasons),
  kind: z.enum(['dispute', 'inquiry']),
});

export function openByForm(account: Account, form: Record<string, string>): Stripe.Dispute {
  const given = Opening.safeParse(form);
  const charge = given.success ? account.objects.find('charge', given.data.charge) : undefined;
  if (!given.success || !charge) throw invalid('There is no such charge, reason or kind.');
  const { reason, kind } = given.data;
  return openDispute(account, charge, { reason, inquiry: kind === 'inquiry' });
}

export function closeByForm(account: Account, id: string, form: Record<string, string>): Stripe.Dispute {
  const dispute = account.objects.find('dispute', id);
  const outcome = z.enum(['won', 'lost']).safeParse(form['outcome']);
  if (!dispute || !outcome.success) throw invalid('There is no such dispute or outcome.');
  return closeDispute(account, dispute, outcome.data);
}

export function renderDisputes(
  account: Account,
  intent: Stripe.PaymentIntent,
  charges: readonly Stripe.Charge[],
): Html {
  const disputes = account.objects.page('dispute', { match: { payment_intent: intent.id }, limit: 50 }).items;
  const open = charges.filter(
    (charge) => charge.paid && charge.amount_refunded < charge.amount && !isWithBank(account, charge),
  );
  return html`<section class="panel">
    <h2>Disputes</h2>
    ${renderTable('Disputes', ['Dispute', 'Amount', 'State', 'Why', 'Opened', 'Decide'], disputes.map(renderDispute), 'Nobody disputes it.')}
    ${open.map(renderOpening)}
  </section>`;
}

const renderDispute = (dispute: Stripe.Dispute): Html =>
  html`<tr>
    <td><code>${dispute.id}</code></td>
    <td class="amount">${formatAmount(dispute.amount, dispute.currency, 'en')}</td>
    <td>${renderState(dispute.status)}</td>
    <td>${dispute.reason.replaceAll('_', ' ')}</td>
    <td>${renderTime(dispute.created)}</td>
    <td>${!isClosed(dispute) && renderVerdict(dispute)}</td>
  </tr>`;

const renderVerdict = ({ id }: Stripe.Dispute): Html =>
  html`<form class="inline" method="post" action="/operator/disputes/${id}/close">
    <button type="submit" name="outcome" value="won">The shop wins</button>
    <button type="submit" name="outcome" value="lost">The shop loses</button>
  </form>`;

const renderOpening = (charge: Stripe.Charge): Html =>
  html`<form class="inline" method="post" action="/operator/disputes">
    <input type="hidden" name="charge" value="${charge.id}" />
    <label
      >Reason
      <select name="reason">
        ${disputeReasons.map((reason) => html`<option value="${reason}">${reason.replaceAll('_', ' ')}</option>`)}
      </select>
    </label>
    <button type="submit" name="kind" value="dispute">Open a dispute</button>
    <button type="submit" name="kind" value="inquiry">Open an inquiry</button>
  </form>`;
