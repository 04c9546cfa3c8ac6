import type { IncomingMessage, ServerResponse } from 'node:http';
import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { findSession } from '../checkout-sessions/session.ts';
import { readBody } from '../api/body.ts';
import { renderLayout, renderNotice } from '../pages/layout.ts';
import { html } from '../pages/html.ts';
import { redirect, sendPage } from '../pages/respond.ts';
import { cardFields, readCardForm, type CardField } from '../payments/card-form.ts';
import { findIntent } from '../payment-intents/intent.ts';
import { answerChallenge, pay, type PayResult } from '../payments/pay.ts';
import { inTransaction } from '../store/database.ts';
import { renderChallenge } from './challenge.ts';
import { renderForm, type FormState } from './form.ts';
import { messagesOf, toPageLocale, type Messages, type PageLocale } from './messages.ts';
import { renderSummary, sellerOf } from './summary.ts';

type Session = Stripe.Checkout.Session;

/** Everything one answer needs. */
interface Visit {
  account: Account;
  response: ServerResponse;
  session: Session;
  locale: PageLocale;
  messages: Messages;
}

const pagePath = /^\/c\/pay\/(cs_[A-Za-z0-9_]+)(\/challenge)?$/;

/** Answers the hosted payment page and its challenge; false for a path that is neither. */
export async function handlePaymentPage(
  account: Account,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  const match = pagePath.exec(path);
  if (!match) return false;
  const session = inTransaction(account.db, () => findSession(account, match[1] ?? ''));
  const locale = toPageLocale(session?.locale ?? null, request.headers['accept-language']);
  const messages = messagesOf(locale);
  if (!session) {
    sendPage(response, 404, renderNotice({ title: messages.unknownTitle, text: messages.unknownText, locale }));
    return true;
  }
  const visit: Visit = { account, response, session, locale, messages };
  const isChallenge = match[2] !== undefined;
  if (request.method !== 'POST') {
    if (isChallenge) showChallenge(visit);
    else showPage(visit);
    return true;
  }
  const form = Object.fromEntries(new URLSearchParams(await readBody(request)));
  if (isChallenge) settle(visit, answerChallenge(account, session.id, form['outcome'] === 'complete'), form);
  else submit(visit, form);
  return true;
}

function submit(visit: Visit, form: Record<string, string>): void {
  const given = visit.session.customer_email === null ? form : { ...form, email: visit.session.customer_email };
  const result = readCardForm(given, new Date(visit.account.nowMs()));
  if (result.ok) {
    settle(visit, pay(visit.account, visit.session.id, result.card), given);
    return;
  }
  const { messages } = visit;
  const errors: FormState['errors'] = {};
  for (const field of cardFields) {
    const problem = result.problems[field];
    if (problem) errors[field] = messages.problems[problem];
  }
  // The security code is typed anew each time; the rest is kept for correction.
  showForm(visit, 200, { values: { ...pick(given), cvc: '' }, errors, alert: { title: messages.correct, text: '' } });
}

function settle(visit: Visit, result: PayResult, form: Record<string, string>): void {
  const { response, messages } = visit;
  const values = { ...pick(form), number: '', expiry: '', cvc: '' };
  switch (result.reason) {
    case 'paid':
      return redirect(response, toSuccessUrl(result.session));
    case 'challenge':
      return redirect(response, `/c/pay/${result.session.id}/challenge`);
    case 'declined': {
      const text = messages.declined(result.decline);
      const errors = { [result.decline.field]: text };
      return showForm(visit, 200, { values, errors, alert: { title: text, text: messages.declinedHint } });
    }
    case 'authentication-failed': {
      const alert = { title: messages.authenticationFailed, text: messages.declinedHint };
      return showForm(visit, 200, { values: fromSession(result.session), errors: {}, alert });
    }
    case 'closed':
      if (result.session.status === 'complete') return redirect(response, toSuccessUrl(result.session));
      return showPage({ ...visit, session: result.session });
    case 'no-challenge':
    case 'unknown':
      return redirect(response, `/c/pay/${visit.session.id}`);
  }
}

function showPage(visit: Visit): void {
  const { session, messages, locale, response } = visit;
  const branding = session.branding_settings;
  const link = (href: string | null, label: string) => (href ? { href, label } : undefined);
  if (session.status === 'complete') {
    const next = link(toSuccessUrl(session), messages.doneLink);
    sendPage(
      response,
      200,
      renderNotice({ title: messages.doneTitle, text: messages.doneText, locale, link: next, branding }),
    );
  } else if (session.status === 'expired') {
    const host = session.cancel_url && messages.back(new URL(session.cancel_url).hostname);
    const next = link(session.cancel_url, host ?? '');
    sendPage(
      response,
      200,
      renderNotice({ title: messages.expiredTitle, text: messages.expiredText, locale, link: next, branding }),
    );
  } else showForm(visit, 200, { values: fromSession(session), errors: {} });
}

function showForm({ account, response, session, locale, messages }: Visit, status: number, state: FormState): void {
  const lines = account.objects.children(session.id, 'item');
  const seller = sellerOf(session);
  const coupon = account.objects.find('coupon', String(session.discounts?.[0]?.coupon));
  const couponName = coupon?.name ?? undefined;
  const page = renderLayout({
    title: messages.payTo(seller),
    locale,
    layout: 'split',
    branding: session.branding_settings,
    body: html`${renderSummary({ session, lines, messages, locale, seller, couponName })}
    ${renderForm({ session, state, messages, locale })}`,
  });
  sendPage(response, status, page, session.success_url);
}

function showChallenge(visit: Visit): void {
  const { account, session, response, messages, locale } = visit;
  const intent = findIntent(account, session);
  if (session.status !== 'open' || intent?.status !== 'requires_action') {
    redirect(response, `/c/pay/${session.id}`);
    return;
  }
  const method = account.objects.find('payment_method', String(intent.payment_method));
  sendPage(response, 200, renderChallenge(session, method?.card, messages, locale), session.success_url);
}

const toSuccessUrl = (session: Session): string =>
  (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);

const fromSession = (session: Session): FormState['values'] => ({
  email: session.customer_email ?? session.customer_details?.email ?? '',
});

const pick = (form: Record<string, string>): Partial<Record<CardField, string>> =>
  Object.fromEntries(cardFields.flatMap((field) => (form[field] === undefined ? [] : [[field, form[field]]])));
