import type Stripe from 'stripe';
import type { Decline } from './test-cards.ts';

const messages: Readonly<Record<string, string>> = {
  insufficient_funds: 'Your card has insufficient funds.',
  card_velocity_exceeded:
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  expired_card: 'Your card has expired.',
  incorrect_cvc: "Your card's security code is incorrect.",
  processing_error: 'An error occurred while processing your card. Try again in a little bit.',
};

export const declineMessage = ({ code, declineCode }: Decline): string =>
  messages[declineCode ?? code] ?? 'Your card was declined.';

/** `last_payment_error` of an intent whose card was declined. */
export const toPaymentError = (
  decline: Decline,
  charge: Stripe.Charge,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent.LastPaymentError => ({
  advice_code: 'try_again_later',
  charge: charge.id,
  code: decline.code,
  ...(decline.declineCode === undefined ? {} : { decline_code: decline.declineCode }),
  doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll('_', '-')}`,
  message: declineMessage(decline),
  payment_method: method,
  type: 'card_error',
});

/** `last_payment_error` of an intent whose buyer did not pass the bank's challenge. */
export const toAuthenticationError = (method: Stripe.PaymentMethod): Stripe.PaymentIntent.LastPaymentError => ({
  code: 'payment_intent_authentication_failure',
  doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  payment_method: method,
  type: 'invalid_request_error',
});
