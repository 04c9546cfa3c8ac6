import type { DisputeReason } from '../disputes/dispute.ts';

/** What a card does when it is charged. `challenge` comes before any of the others. */
export interface CardBehaviour {
  decline?: Decline;
  challenge?: boolean;
  /** Its owner disputes the payment as soon as it was made. */
  dispute?: { reason: DisputeReason; inquiry: boolean };
}

export interface Decline {
  /** The API's error code. */
  code: 'card_declined' | 'expired_card' | 'incorrect_cvc' | 'processing_error';
  declineCode?: string;
  /** The payment page's field the message belongs to. */
  field: 'number' | 'expiry' | 'cvc';
}

const declined = (declineCode: string): CardBehaviour => ({
  decline: { code: 'card_declined', declineCode, field: 'number' },
});

/** Stripe's published test numbers; any other number with a right check digit is charged. */
const behaviours: Readonly<Record<string, CardBehaviour>> = {
  '4000000000000002': declined('generic_decline'),
  '4000000000009995': declined('insufficient_funds'),
  '4000000000009987': declined('lost_card'),
  '4000000000009979': declined('stolen_card'),
  '4000000000006975': declined('card_velocity_exceeded'),
  '4000000000000069': { decline: { code: 'expired_card', field: 'expiry' } },
  '4000000000000127': { decline: { code: 'incorrect_cvc', field: 'cvc' } },
  '4000000000000119': { decline: { code: 'processing_error', field: 'number' } },
  '4000002500003155': { challenge: true },
  '4000002760003184': { challenge: true },
  '4000000000003220': { challenge: true },
  '4000008400001629': { challenge: true, ...declined('generic_decline') },
  '4000000000000259': { dispute: { reason: 'fraudulent', inquiry: false } },
  '4000000000002685': { dispute: { reason: 'product_not_received', inquiry: false } },
  '4000000000001976': { dispute: { reason: 'general', inquiry: true } },
};

/** Attaches and pays once, and is declined whenever it is charged without its owner: Stripe's published number for that. */
const failsLater = '0341';

/** What a kept card does when it is charged without its owner, by the last four digits: its number is not kept. */
export const laterBehaviourOf = (last4: string | undefined): CardBehaviour =>
  last4 === failsLater ? declined('generic_decline') : {};

/** What becomes of a refund after it was made, by the last four digits of Stripe's published numbers. */
const refundEnds: Readonly<Record<string, { starts: 'succeeded' | 'pending'; ends: 'failed' | 'succeeded' }>> = {
  '5126': { starts: 'succeeded', ends: 'failed' },
  '7726': { starts: 'pending', ends: 'succeeded' },
};

export const refundEndOf = (last4: string | null | undefined) => refundEnds[last4 ?? ''];

export const behaviourOf = (number: string): CardBehaviour => behaviours[number] ?? {};

export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'jcb' | 'unknown';

export function brandOf(number: string): CardBrand {
  if (number.startsWith('4')) return 'visa';
  if (/^(5[1-5]|2[2-7])/.test(number)) return 'mastercard';
  if (/^3[47]/.test(number)) return 'amex';
  if (/^(6011|65|64[4-9])/.test(number)) return 'discover';
  return number.startsWith('35') ? 'jcb' : 'unknown';
}
