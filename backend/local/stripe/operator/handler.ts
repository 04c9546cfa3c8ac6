import type { IncomingMessage, ServerResponse } from 'node:http';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { readBody } from '../api/body.ts';
import { ApiFault } from '../api/faults.ts';
import { readParams } from '../api/params.ts';
import type { Html } from '../pages/html.ts';
import { renderNotice } from '../pages/layout.ts';
import { redirect, sendPage } from '../pages/respond.ts';
import { createRefund, createRefundParams, failRefund } from '../refunds/refund.ts';
import { inTransaction } from '../store/database.ts';
import { steer, WebhookAction } from '../webhooks/steer.ts';
import { WebhookPolicy, type createPolicyStore } from '../webhooks/policy.ts';
import type { Deliveries } from '../webhooks/deliveries.ts';
import { closeByForm, openByForm } from './disputes.ts';
import { renderEvent, renderEvents } from './events.ts';
import { renderConsole, type Section } from './layout.ts';
import { renderPayment, renderPayments } from './payments.ts';
import { renderSessions } from './sessions.ts';
import { advanceToNextPeriod, renderSubscriptions } from './subscriptions.ts';

export interface OperatorParts {
  account: Account;
  deliveries: Deliveries;
  policy: ReturnType<typeof createPolicyStore>;
}

/** Answers `/operator/*`: what a person at Stripe's dashboard could see and do, by forms alone. */
export async function handleOperator(
  parts: OperatorParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.method === 'POST') {
    const form = Object.fromEntries(new URLSearchParams(await readBody(request)));
    act(parts, url.pathname, form, response);
    return;
  }
  const page = findPage(parts, url.pathname);
  if (!page) return sendPage(response, 404, notFound);
  sendPage(response, 200, renderConsole(page.section, says[url.searchParams.get('done') ?? ''], page.body));
}

function findPage(
  { account, deliveries, policy }: OperatorParts,
  path: string,
): { section: Section; body: Html } | undefined {
  const [, , section = 'payments', id] = path.split('/');
  if (id === undefined) {
    if (section === 'payments' || section === '') return { section: 'payments', body: renderPayments(account) };
    if (section === 'subscriptions') return { section, body: renderSubscriptions(account) };
    if (section === 'sessions') return { section, body: renderSessions(account) };
    if (section === 'events') return { section, body: renderEvents(account, deliveries, policy.get()) };
    return undefined;
  }
  const intent = section === 'payments' ? account.objects.find('payment_intent', id) : undefined;
  if (intent) return { section: 'payments', body: renderPayment(account, intent) };
  const event = section === 'events' ? account.objects.find('event', id) : undefined;
  return event && { section: 'events', body: renderEvent(event, deliveries.ofEvent(id)) };
}

const policyForm = z.object({
  mode: WebhookPolicy.shape.mode,
  delaySeconds: z.coerce.number().int().min(1).max(86_400),
});

function act(parts: OperatorParts, path: string, form: Record<string, string>, response: ServerResponse): void {
  const { account, deliveries, policy } = parts;
  const event = /^\/operator\/events\/(evt_\w+)$/.exec(path)?.[1];
  const subscription = /^\/operator\/subscriptions\/(sub_\w+)\/advance$/.exec(path)?.[1];
  const action = WebhookAction.safeParse(form['act']);
  const standing = policyForm.safeParse(form);
  const failing = /^\/operator\/refunds\/(re_\w+)\/fail$/.exec(path)?.[1];
  const closing = /^\/operator\/disputes\/(du_\w+)\/close$/.exec(path)?.[1];
  const toRefund = account.objects.find('refund', failing ?? '');
  if (path === '/operator/refunds')
    move(account, response, 'refund', () => createRefund(account, readParams(createRefundParams, form)));
  else if (toRefund) move(account, response, 'refund-failed', () => failRefund(account, toRefund));
  else if (path === '/operator/disputes') move(account, response, 'disputed', () => openByForm(account, form));
  else if (closing) move(account, response, 'decided', () => closeByForm(account, closing, form));
  else if (subscription && inTransaction(account.db, () => advanceToNextPeriod(account, subscription)))
    redirect(response, '/operator/subscriptions?done=advanced');
  else if (path === '/operator/policy' && standing.success) {
    policy.set(standing.data);
    redirect(response, '/operator/events?done=policy');
  } else if (event !== undefined && action.success && account.objects.find('event', event)) {
    inTransaction(account.db, () => steer(account, deliveries, event, action.data));
    redirect(response, `/operator/events?done=${action.data}`);
  } else sendPage(response, 404, notFound);
}

/** Does something to a payment and shows it; what cannot be done says why. */
function move(
  account: Account,
  response: ServerResponse,
  done: string,
  act: () => Pick<Stripe.Refund | Stripe.Dispute, 'payment_intent'>,
): void {
  try {
    const made = inTransaction(account.db, act);
    redirect(response, `/operator/payments/${String(made.payment_intent)}?done=${done}`);
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    const link = { href: '/operator', label: 'Back to payments' };
    sendPage(response, error.status, renderNotice({ title: 'Not done', text: error.message, locale: 'en', link }));
  }
}

const says: Readonly<Record<string, string>> = {
  refund: 'Refunded.',
  'refund-failed': 'The money came back to the shop.',
  disputed: 'The card’s owner went to the bank.',
  decided: 'The bank has decided.',
  advanced: 'The customer’s clock stands an hour after the next billing date.',
  policy: 'Saved: it holds for events from now on.',
  redeliver: 'The webhook is sent again.',
  duplicate: 'The webhook is sent ten times.',
  delay: 'Waiting webhooks of the event are sent a minute later.',
  drop: 'Waiting webhooks of the event are dropped.',
};

const notFound = renderNotice({
  title: 'Nothing here',
  text: 'There is no such page, payment or event.',
  locale: 'en',
  link: { href: '/operator', label: 'Back to payments' },
});
