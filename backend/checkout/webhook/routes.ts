import { checkoutApi } from '@tessera/contracts/api/checkout.ts';
import type Stripe from 'stripe';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { Inbox } from './inbox.ts';
import { ownerOf } from './owner.ts';

export interface WebhookOptions {
  stripe: Stripe;
  secret: string;
  inbox: Inbox;
  clock: Clock;
}

const toleranceSeconds = 300;

/** Takes an event in and answers; what it means is worked out from the inbox, so that a slow moment loses nothing. */
export function implementWebhook({ implementOnPlatform }: SliceApp, options: WebhookOptions): void {
  implementOnPlatform(
    checkoutApi.webhook,
    async ({ rawBody, headers }) => {
      const event = readEvent(rawBody, headers['stripe-signature'], options);
      const owner = await ownerOf(event.data.object, options.inbox);
      await options.inbox.receive({ eventId: event.id, type: event.type, ...owner });
      return { status: 200, body: { received: true } };
    },
    // A busy provider is few addresses with many requests, and each proves itself by its signature.
    { maxBodyBytes: 512 * 1024, routeClass: 'read' },
  );
}

function readEvent(rawBody: string, signature: string, { stripe, secret, clock }: WebhookOptions): Stripe.Event {
  try {
    return stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceSeconds, undefined, clock().getTime());
  } catch (cause) {
    throw new AppError({
      status: 400,
      code: 'webhook_signature',
      publicMessage: 'The signature does not fit the body, or is too old.',
      cause,
    });
  }
}
