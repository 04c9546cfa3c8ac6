import type { Locale } from '@tessera/contracts/tenant.ts';
import { pageLanguageOf } from '../../page-language.ts';
import type { FieldProblem } from '../payments/card-form.ts';
import type { Decline } from '../payments/test-cards.ts';
import { arabic } from './messages.ar.ts';
import { german } from './messages.de.ts';
import { english } from './messages.en.ts';

export interface Messages {
  pay: string;
  payTo: (seller: string) => string;
  payAmount: (amount: string) => string;
  busy: string;
  back: (host: string) => string;
  testMode: string;
  summary: string;
  each: (amount: string) => string;
  quantity: (count: number) => string;
  subtotal: string;
  discount: string;
  total: string;
  contact: string;
  method: string;
  fields: { email: string; number: string; expiry: string; cvc: string; name: string; country: string };
  expiryHint: string;
  choose: string;
  problems: Record<FieldProblem, string>;
  correct: string;
  declined: (decline: Decline) => string;
  declinedHint: string;
  authenticationFailed: string;
  noCharge: string;
  testCards: string;
  cards: { good: string; declined: string; funds: string; challenge: string; expired: string; cvc: string };
  cardsHint: string;
  doneTitle: string;
  doneText: string;
  doneLink: string;
  expiredTitle: string;
  expiredText: string;
  unknownTitle: string;
  unknownText: string;
  challengeTitle: string;
  challengeText: (amount: string, seller: string) => string;
  challengeCard: string;
  challengeAmount: string;
  challengePass: string;
  challengeFail: string;
}

const languages: Readonly<Record<Locale, Messages>> = { en: english, de: german, ar: arabic };
export type PageLocale = Locale;

export const messagesOf = (locale: PageLocale): Messages => languages[locale];

/** The session's language where it names one we have, else the browser's, else English. */
export const toPageLocale = (sessionLocale: string | null, acceptLanguage: string | undefined): PageLocale =>
  pageLanguageOf(sessionLocale ?? undefined, acceptLanguage);
