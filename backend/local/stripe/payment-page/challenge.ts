import type Stripe from 'stripe';
import { formatAmount } from '../currency.ts';
import { html, type Page } from '../pages/html.ts';
import { renderLayout } from '../pages/layout.ts';
import type { Messages, PageLocale } from './messages.ts';
import { sellerOf } from './summary.ts';

/** The bank's side of 3-D Secure, where a test decides what the buyer does. */
export function renderChallenge(
  session: Stripe.Checkout.Session,
  card: Stripe.PaymentMethod.Card | undefined,
  messages: Messages,
  locale: PageLocale,
): Page {
  const amount = formatAmount(session.amount_total ?? 0, session.currency ?? 'usd', locale);
  const action = `/c/pay/${session.id}/challenge`;
  return renderLayout({
    title: messages.challengeTitle,
    locale,
    layout: 'card',
    branding: session.branding_settings,
    body: html`<main class="notice">
      <p><span class="badge">3-D Secure · ${messages.testMode}</span></p>
      <h1>${messages.challengeTitle}</h1>
      <p>${messages.challengeText(amount, sellerOf(session))}</p>
      <dl class="facts">
        <div>
          <dt>${messages.challengeCard}</dt>
          <dd class="card-number">•••• ${card?.last4}</dd>
        </div>
        <div>
          <dt>${messages.challengeAmount}</dt>
          <dd class="money">${amount}</dd>
        </div>
      </dl>
      <form method="post" action="${action}" data-once>
        <input type="hidden" name="outcome" value="complete" />
        <button class="primary" type="submit">${messages.challengePass}</button>
      </form>
      <form method="post" action="${action}" data-once>
        <input type="hidden" name="outcome" value="fail" />
        <button type="submit">${messages.challengeFail}</button>
      </form>
    </main>`,
  });
}
