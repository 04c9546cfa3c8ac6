import type { Cart } from '@tessera/contracts/api/checkout.ts';

/** Whether something must leave the cart before it can be paid. */
export const hasUnavailable = ({ lines }: Pick<Cart, 'lines'>): boolean =>
  lines.some(({ notice }) => notice === 'unavailable');
