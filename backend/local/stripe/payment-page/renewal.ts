import type Stripe from 'stripe';
import type { PageLocale } from './messages.ts';

export interface Renewal {
  amount: number;
  interval: 'month' | 'year' | 'other';
}

/** What a subscription goes on costing after its first invoice; undefined where all is bought once. */
export function renewalOf(lines: readonly Stripe.LineItem[]): Renewal | undefined {
  const recurring = lines.filter(({ price }) => price?.recurring);
  const [first] = recurring;
  if (!first) return undefined;
  return {
    amount: recurring.reduce((sum, line) => sum + line.amount_subtotal, 0),
    interval: known(first.price?.recurring?.interval),
  };
}

function known(interval: string | undefined): Renewal['interval'] {
  switch (interval) {
    case 'month':
    case 'year':
      return interval;
    default:
      return 'other';
  }
}

type Words = Record<Renewal['interval'], (amount: string) => string>;

const english: Words = {
  month: (amount) => `Then ${amount} every month until you cancel`,
  year: (amount) => `Then ${amount} every year until you cancel`,
  other: (amount) => `Then ${amount} each period until you cancel`,
};
const german: Words = {
  month: (amount) => `Danach ${amount} jeden Monat, bis Sie kündigen`,
  year: (amount) => `Danach ${amount} jedes Jahr, bis Sie kündigen`,
  other: (amount) => `Danach ${amount} je Zeitraum, bis Sie kündigen`,
};
const arabic: Words = {
  month: (amount) => `ثم ${amount} كل شهر حتى تلغي الاشتراك`,
  year: (amount) => `ثم ${amount} كل سنة حتى تلغي الاشتراك`,
  other: (amount) => `ثم ${amount} كل فترة حتى تلغي الاشتراك`,
};

/** A page in a language without words of its own here says it in English. */
const words: Readonly<Record<string, Words>> = { en: english, de: german, ar: arabic };

export const renewalText = ({ interval }: Renewal, amount: string, locale: PageLocale): string =>
  (words[locale] ?? english)[interval](amount);
