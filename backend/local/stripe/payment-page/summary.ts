import type Stripe from 'stripe';
import { formatAmount } from '../currency.ts';
import { html, type Html } from '../pages/html.ts';
import type { Messages, PageLocale } from './messages.ts';
import { renewalOf, renewalText } from './renewal.ts';

interface SummaryInput {
  session: Stripe.Checkout.Session;
  lines: readonly Stripe.LineItem[];
  messages: Messages;
  locale: PageLocale;
  seller: string;
  /** Of the coupon that is taken off. */
  couponName: string | undefined;
}

const arrow = html`<svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75">
  <path d="M10 3 5 8l5 5" />
</svg>`;

/** What is paid for, and how much. */
export function renderSummary({ session, lines, messages, locale, seller, couponName }: SummaryInput): Html {
  const money = (amount: number) => formatAmount(amount, session.currency ?? 'usd', locale);
  const total = money(session.amount_total ?? 0);
  const off = session.total_details?.amount_discount ?? 0;
  const renewal = renewalOf(lines);
  return html`<aside class="summary" aria-label="${messages.summary}">
    <div class="summary-inner">
      <div class="topline">
        ${session.cancel_url ? html`<a class="back" href="${session.cancel_url}">${arrow}${messages.back(hostOf(session.cancel_url))}</a>` : html`<span></span>`}
        <span class="badge">${messages.testMode}</span>
      </div>
      <div class="due">
        <h1>${messages.payTo(seller)}</h1>
        <p class="total money">${total}</p>
        ${renewal && html`<p class="renewal">${renewalText(renewal, money(renewal.amount), locale)}</p>`}
      </div>
      <ul class="lines">
        ${lines.map((line) => renderLine(line, messages, money))}
      </ul>
      <dl class="totals">
        ${
          off > 0 &&
          html`<div>
              <dt>${messages.subtotal}</dt>
              <dd class="money">${money(session.amount_subtotal ?? 0)}</dd>
            </div>
            <div>
              <dt>${couponName ?? messages.discount}</dt>
              <dd class="money">${money(-off)}</dd>
            </div>`
        }
        <div>
          <dt>${messages.total}</dt>
          <dd class="money">${total}</dd>
        </div>
      </dl>
    </div>
  </aside>`;
}

function renderLine(line: Stripe.LineItem, messages: Messages, money: (amount: number) => string): Html {
  const quantity = line.quantity ?? 1;
  const detail =
    quantity > 1 && `${messages.quantity(quantity)} · ${messages.each(money(line.price?.unit_amount ?? 0))}`;
  return html`<li>
    <span class="name"><bdi>${line.description}</bdi></span
    ><span class="money">${money(line.amount_subtotal)}</span>
    ${detail && html`<span class="detail">${detail}</span>`}
  </li>`;
}

const hostOf = (url: string): string => new URL(url).hostname;

export const sellerOf = (session: Stripe.Checkout.Session): string => session.branding_settings?.display_name ?? '';
