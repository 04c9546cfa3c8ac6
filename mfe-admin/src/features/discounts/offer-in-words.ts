import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import type { DiscountsText } from './text.ts';
import type { DiscountRule } from './types.ts';

/** "20% off", "$5.00, €4.50 off", "Buy 2, get 1 of them 100% off": what a discount gives, in a line. */
export function offerInWords(offer: DiscountRule['offer'], t: DiscountsText, { number, money }: Formats): string {
  const percent = (text: string) => number(Number(text), { style: 'unit', unit: 'percent', maximumFractionDigits: 2 });
  switch (offer.kind) {
    case 'percent':
      return t('offer.percent', { percent: percent(offer.percent) });
    case 'amount':
      return t('offer.amount', { sums: offer.amounts.map(money).join(', ') });
    case 'buy-x-get-y':
      return t('offer.buyGet', { buy: number(offer.buy), get: number(offer.get), percent: percent(offer.percent) });
    case 'free-delivery':
      return t('offer.freeDelivery');
  }
}
